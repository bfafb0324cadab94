import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { HaleconnectError } from "../errors";

/**
 * Where this package is linked into a program, Node looks for what it needs beside its real place, where nobody may have
 * installed anything. Said at once and in one piece, instead of the first `Cannot find module` of many.
 */
export function refuseHalfInstallation(folder: string = __dirname): void {
  if (isBelowNodeModules(folder)) {
    return;
  }
  const root = rootAbove(folder);
  const absent = whatIsAbsent(root);
  if (absent.length > 0) {
    throw new HaleconnectError("HC8003", {
      where: root,
      why: `The package is in that folder, and is linked into this program. So Node looks for packages in that folder, and does not find ${absent.join(", ")}.`,
      remedy: `Run \`npm install\` in ${root}, or install the package as a copy: \`npm install --install-links ${root}\`.`,
    });
  }
}

/** An installed package has beside it what its manager put there. */
function isBelowNodeModules(folder: string): boolean {
  return folder.split(path.sep).includes("node_modules");
}

function rootAbove(folder: string): string {
  return fs.existsSync(path.join(folder, "package.json")) ? folder : rootAbove(path.dirname(folder));
}

function whatIsAbsent(root: string): string[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as Manifest;
  const { resolve } = createRequire(path.join(root, "package.json"));
  const isAbsent = (name: string): boolean => {
    try {
      resolve(name);
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND";
    }
  };
  return Object.keys({ ...manifest.peerDependencies, ...manifest.dependencies }).filter(isAbsent);
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
