import { execFileSync } from "node:child_process";
import path from "node:path";

/**
 * The path of a Chromium that starts on this machine, if there is one. Asks a process of its own and waits for it: jest
 * has to know at once which tests it skips.
 */
export function findChromium(): string | undefined {
  const find = path.join(__dirname, "find-chromium.mjs");
  const found = execFileSync(process.execPath, [find], { encoding: "utf8" });
  return found === "" ? undefined : found;
}
