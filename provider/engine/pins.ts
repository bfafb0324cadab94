import fs from "node:fs";
import path from "node:path";

/** What a pinned program is built from: the folder with its go.mod, its package, and the variable that holds its version. */
export interface PinnedProgram {
  readonly folder: string;
  readonly package: string;
  readonly version: string;
}

export interface Pins {
  readonly engine: PinnedProgram;
  readonly languageHost: PinnedProgram;
  /** The oldest Go that compiles them. */
  readonly go: string;
}

/** The oldest engine that the provider is made for: `pulumi import` takes outputs since then. */
export const oldestEngine = "3.254.0";

/** The go.mod files are the one place where versions are written. */
export function readPins(root = packageRoot()): Pins {
  const engine = readModule(path.join(root, "tools", "pulumi", "engine"), "github.com/pulumi/pulumi/pkg/v3");
  const languageHost = readModule(
    path.join(root, "tools", "pulumi", "language-host"),
    "github.com/pulumi/pulumi/sdk/v3",
  );
  return { engine: engine.program, languageHost: languageHost.program, go: engine.go };
}

function readModule(folder: string, module: string): { program: PinnedProgram; go: string } {
  const text = fs.readFileSync(path.join(folder, "go.mod"), "utf8");
  const find = (pattern: RegExp): string => {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) {
      throw new Error(`${path.join(folder, "go.mod")} does not match ${pattern.source}`);
    }
    return found;
  };
  const program = {
    folder,
    package: find(/^tool (\S+)$/m),
    version: find(new RegExp(`^\\s*(?:require )?${module} v(\\S+)`, "m")),
  };
  return { program, go: find(/^go (\S+)$/m) };
}

/** The folder of this package: two levels up in the sources, three in what is published. */
export function packageRoot(from = __dirname): string {
  const parent = path.dirname(from);
  if (fs.existsSync(path.join(from, "tools", "pulumi", "engine", "go.mod")) || parent === from) {
    return from;
  }
  return packageRoot(parent);
}
