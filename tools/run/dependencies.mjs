import fs from "node:fs";
import path from "node:path";
import { heading, npm, root } from "./process.mjs";

/** Runs `npm ci` when what is installed is not what package-lock.json says. */
export async function installDependencies() {
  if (!isInstalled(readJson("package-lock.json"), readJson("node_modules", ".package-lock.json"))) {
    heading("Dependencies");
    await npm("npm ci", ["ci", "--no-audit", "--no-fund"]);
  }
}

/**
 * npm writes the hidden lock file when an installation is complete, `npm install` and `npm ci` alike. Optional packages
 * of other platforms are not in it.
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) {
    return false;
  }
  return Object.entries(wanted.packages).every(([place, entry]) => {
    const found = installed.packages[place];
    const isElsewhere = found === undefined && (entry.optional || entry.devOptional || entry.peer);
    return place === "" || isElsewhere || (found?.version === entry.version && found.integrity === entry.integrity);
  });
}

function readJson(...place) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, ...place), "utf8"));
  } catch {
    return undefined;
  }
}
