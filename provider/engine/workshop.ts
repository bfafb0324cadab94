import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { missingIn } from "./executables";
import { lives } from "./lock";

const prefix = `.making-${os.hostname()}-`;

/**
 * Lets `fill` fill a folder aside and gives it its name when that is done, so that a killed run leaves no half engine
 * under the name. What killed runs of this machine left aside is swept out.
 */
export async function makeAside(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const parent = path.dirname(target);
  sweep(parent);
  const folder = fs.mkdtempSync(path.join(parent, `${prefix}${process.pid}-`));
  try {
    await fill(folder);
    fs.chmodSync(folder, 0o755);
    publish(folder, target);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What another process made in the meantime may already be in use, so it stays. */
function publish(folder: string, target: string): void {
  if (missingIn([target]).length === 0) {
    return;
  }
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(folder, target);
}

function sweep(parent: string): void {
  for (const name of fs.readdirSync(parent)) {
    const isAbandoned = name.startsWith(prefix) && !lives(Number.parseInt(name.slice(prefix.length), 10));
    if (isAbandoned) {
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}
