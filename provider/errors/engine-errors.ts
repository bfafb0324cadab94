import type { CatalogueEntry } from "./entry";

/** What can go wrong around the program: the engine (80xx) and the embedded hale»connect (81xx). */
export const engineErrors = {
  HC8001: {
    title: "There is no usable Pulumi engine, and none could be made",
    cause: "None is installed, Pulumi's download is not reachable, and it could not be built.",
    remedy: "Install Pulumi (https://www.pulumi.com/docs/install/) or Go (https://go.dev/dl/), and run it again.",
  },
  HC8002: {
    title: "The cache directory cannot be written",
    cause: "The Pulumi engine is kept there once it is made.",
    remedy: "Make the folder writable, or set XDG_CACHE_HOME to one that is.",
  },
  HC8003: {
    title: "The package is linked into the program, and what it needs is not installed",
    cause: "Node looks for what a linked package needs beside its real place.",
    remedy:
      "Run `npm install` in the folder of the package, or install it as a copy with `npm install --install-links`.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
