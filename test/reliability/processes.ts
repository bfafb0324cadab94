import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A process as Linux shows it. */
export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly folder: string;
}

export function runningProcesses(): Running[] {
  return fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => describe(Number(name)) ?? []);
}

function describe(pid: number): Running | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z" || state === "X") {
      return undefined;
    }
    return {
      pid,
      parent: Number(parent),
      command: fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim(),
      folder: fs.readlinkSync(`/proc/${pid}/cwd`),
    };
  } catch {
    return undefined;
  }
}

/** The process in which the dynamic providers of an engine run. */
export function providerOf(engine: number): Running | undefined {
  const all = runningProcesses();
  const isBelow = ({ pid, parent }: Running): boolean => {
    const above = all.find((it) => it.pid === parent);
    return pid === engine || parent === engine || (above !== undefined && isBelow(above));
  };
  return all.find((it) => /^\S*node\S* .*dynamic-provider/.test(it.command) && isBelow(it));
}

/**
 * Waits until neither program nor provider runs there any more; what still does after that is returned. Pulumi's language
 * host outlives a killed engine, does nothing, and is ended here.
 */
export async function leftIn(folder: string, timeout = 15_000): Promise<Running[]> {
  const end = Date.now() + timeout;
  for (;;) {
    const all = runningProcesses().filter((it) => it.folder.startsWith(folder));
    const left = all.filter(({ command }) => !command.includes("pulumi-language-nodejs"));
    if (left.length === 0 || Date.now() > end) {
      all.forEach(({ pid }) => process.kill(pid, "SIGKILL"));
      return left;
    }
    await sleep(100);
  }
}
