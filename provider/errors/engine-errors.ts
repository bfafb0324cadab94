import type { CatalogueEntry } from "./entry";

/** What can go wrong around the program: the engine (80xx) and the embedded hale»connect (81xx). */
export const engineErrors = {
  HC8001: {
    title: "There is no usable Pulumi engine, and the set-up could not make one",
    cause: "None is installed, the download from Pulumi failed, and so did the build.",
    remedy:
      "Install Pulumi (https://www.pulumi.com/docs/install/) or Go (https://go.dev/dl/), and run the command again.",
    exit: "failure",
  },
  HC8002: {
    title: "The set-up cannot write the cache directory",
    cause: "The set-up keeps the Pulumi engine there.",
    remedy: "Make the folder writable, or set XDG_CACHE_HOME to a writable folder.",
    exit: "failure",
  },
  HC8003: {
    title: "The package is linked into the program, and does not find the packages that it needs",
    cause: "Node looks for them where the linked package really lies, not in the program.",
    remedy:
      "Run `npm install` in the folder of the package. Or install a copy of it with `npm install --install-links`.",
    exit: "failure",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
