import fs from "node:fs";
import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

interface Holder {
  readonly pid: number;
  readonly host: string;
}

export interface LockTimes {
  /** How often a waiting process looks, and a holding one shows that it is alive. */
  readonly interval: number;
  /** A lock that nobody has touched for so long belongs to a process that is gone. */
  readonly stale: number;
}

const usual: LockTimes = { interval: 1000, stale: 60_000 };

/**
 * Lets one process at a time do the work, on a home directory shared by machines too. A lock whose holder is gone is
 * taken over. Should two waiting processes take over at the same moment both work, which costs time and breaks nothing:
 * each fills a folder of its own, and whole folders are renamed.
 */
export async function whileLocked<T>(
  file: string,
  work: () => Promise<T>,
  onWait: (pid: number) => void,
  signal: AbortSignal,
  times: LockTimes = usual,
): Promise<T> {
  while (!tryLock(file)) {
    const found = holderOf(file, times.stale);
    if (found === "dead") {
      fs.rmSync(file, { force: true });
    } else if (found !== "released") {
      onWait(found.pid);
      await sleep(times.interval, undefined, { signal });
    }
  }
  const beat = setInterval(() => {
    touch(file);
  }, times.interval);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    fs.rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  const holder: Holder = { pid: process.pid, host: os.hostname() };
  try {
    fs.writeFileSync(file, JSON.stringify(holder), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      return false;
    }
    throw error;
  }
}

function holderOf(file: string, stale: number): Holder | "dead" | "released" {
  try {
    const age = Date.now() - fs.statSync(file).mtimeMs;
    const holder = parse(fs.readFileSync(file, "utf8"));
    const isAlive = age < stale && (holder.host !== os.hostname() || lives(holder.pid));
    return isAlive ? holder : "dead";
  } catch {
    return "released";
  }
}

/** Between its creation and its first byte a lock is empty, and believed until it is stale. */
function parse(text: string): Holder {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, host: "" };
  }
}

export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A killed process that nobody has asked about yet is still in the table. */
function isZombie(pid: number): boolean {
  try {
    const line = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return /^[ZX]/.test(line.slice(line.lastIndexOf(")") + 2));
  } catch {
    return false;
  }
}

function touch(file: string): void {
  try {
    const now = new Date();
    fs.utimesSync(file, now, now);
  } catch {
    // It was taken over; the work itself does not depend on it.
  }
}
