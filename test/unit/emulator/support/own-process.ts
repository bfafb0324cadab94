import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Emulator } from "../../../../emulator";

/** An emulator in a process of its own, from the same source. */
export function startProcess(dataDirectory: string): ChildProcess {
  const program = [
    'const { startEmulator } = require("./emulator");',
    `startEmulator({ dataDirectory: ${JSON.stringify(dataDirectory)} }).then((it) => console.log(JSON.stringify(it)));`,
  ].join("\n");
  return spawn(process.execPath, ["--require", "ts-node/register/transpile-only", "--eval", program], {
    cwd: path.resolve(__dirname, "..", "..", "..", ".."),
    stdio: ["ignore", "pipe", "inherit"],
  });
}

export async function firstLineOf({ stdout }: ChildProcess): Promise<Emulator> {
  if (stdout === null) {
    throw new Error("The process has no standard output");
  }
  const [line] = (await once(createInterface({ input: stdout }), "line")) as [string];
  return JSON.parse(line) as Emulator;
}
