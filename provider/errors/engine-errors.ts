import type { CatalogueEntry } from "./entry";

/** What can go wrong around the program: the Pulumi engine, the installation of this package (80xx), and recordings (82xx). */
export const engineErrors = {
  HC8001: {
    title: "There is no usable Pulumi engine, and the set-up failed to install one",
    cause: "No usable engine is installed. The download from Pulumi failed, and the build failed, too.",
    remedy:
      "Install Pulumi (https://www.pulumi.com/docs/install/) or Go (https://go.dev/dl/), and run the command again.",
    exit: "failure",
  },
  HC8002: {
    title: "The set-up cannot write to the cache folder",
    cause: "The set-up keeps the Pulumi engine there.",
    remedy: "Make the cache folder writable, or set XDG_CACHE_HOME to a writable folder.",
    exit: "failure",
  },
  HC8003: {
    title: "The package is linked into the program, and does not find the packages that it needs",
    cause: "Node looks for them in the real folder of the linked package, not in the program.",
    remedy:
      "Run `npm install` in the folder of the package. Or install a copy of it with `npm install --install-links`.",
    exit: "failure",
  },
  HC8201: {
    title: "The command to record cannot be started",
    cause: "There is no such program on PATH, or this account may not run it.",
    remedy: "Check the command after `--`: `haleconnect record -- pulumi up`, for instance.",
    exit: "failure",
  },
  HC8202: {
    title: "The file is no recording that can be read",
    cause: "`haleconnect contract verify` reads what `haleconnect record` has written.",
    remedy: "Give the file that `haleconnect record` named at its end.",
    exit: "usage",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
