import { randomBytes } from "node:crypto";
import fs from "node:fs";

/** Writes a file as a whole: whoever reads it meanwhile sees the former one or this one. */
export function replaceFile(file: string, text: string): void {
  const beside = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    fs.writeFileSync(beside, text, { mode: modeOf(file) });
    fs.renameSync(beside, file);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}

function modeOf(file: string): number {
  return fs.existsSync(file) ? fs.statSync(file).mode : 0o644;
}
