import fs from "node:fs";
import { HaleconnectError, fileTroubleInWords } from "../errors";
import { addCounts, noCounts, type Counts } from "./tally";

/** The counts of one process. */
export interface ProcessCounts extends Counts {
  readonly pid: number;
  /** When the process began to count; with the pid it names the process, since pids come again. */
  readonly started: string;
}

/** What the file holds. */
export interface Summary {
  /** Processes that are no longer listed one by one. */
  readonly earlier: Counts;
  /** One entry for each process, the newest last. A Pulumi run has one for the preview and one for the update. */
  readonly processes: readonly ProcessCounts[];
  readonly total: Counts;
}

const MOST_PROCESSES = 50;
const NOTHING: Summary = { earlier: noCounts, processes: [], total: noCounts };

/** The summary with the newest counts of one process; the others stay as they are. */
export function withProcess(before: Summary, process: ProcessCounts): Summary {
  const others = before.processes.filter(({ pid, started }) => pid !== process.pid || started !== process.started);
  const all = [...others, process].sort((a, b) =>
    a.started < b.started ? -1 : a.started > b.started ? 1 : a.pid - b.pid,
  );
  const folded = all.slice(0, Math.max(0, all.length - MOST_PROCESSES));
  const processes = all.slice(folded.length);
  const earlier = folded.reduce<Counts>(addCounts, before.earlier);
  return { earlier, processes, total: processes.reduce<Counts>(addCounts, earlier) };
}

/** JSON with sorted keys, so that two summaries can be compared as text. */
export function printSummary(summary: Summary): string {
  return `${JSON.stringify(sorted(summary), undefined, 2)}\n`;
}

/**
 * Puts the counts of this process into the file, beside those of others. A lock keeps two processes from overwriting
 * each other; the file is replaced as a whole, so that a reader never sees half of it.
 * False: another process held the lock for too long.
 */
export function writeSummary(file: string, process: ProcessCounts, lockTimeout: number): boolean {
  const lock = `${file}.lock`;
  if (!acquire(lock, lockTimeout)) {
    return false;
  }
  const fresh = `${file}.${process.pid}.new`;
  try {
    fs.writeFileSync(fresh, printSummary(withProcess(readSummary(file), process)));
    fs.renameSync(fresh, file);
  } catch (error) {
    throw error instanceof HaleconnectError
      ? error
      : new HaleconnectError("HC1004", {
          where: `HALECONNECT_SUMMARY, ${file}`,
          why: `The file cannot be read and written: ${fileTroubleInWords(error)}.`,
        });
  } finally {
    fs.rmSync(fresh, { force: true });
    fs.rmSync(lock, { force: true });
  }
  return true;
}

/** Refuses to overwrite a file that is something else. */
export function readSummary(file: string): Summary {
  const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : "";
  if (text === "") {
    return NOTHING;
  }
  const found = parse(text);
  if (found === undefined) {
    throw new HaleconnectError("HC1004", {
      where: `HALECONNECT_SUMMARY, ${file}`,
      why: "The file exists but is not a summary.",
    });
  }
  return found;
}

function parse(text: string): Summary | undefined {
  try {
    const found = JSON.parse(text) as Partial<Summary> | null;
    return Array.isArray(found?.processes) && found.earlier !== undefined && found.total !== undefined
      ? (found as Summary)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A lock of a process that died while it held it; it is held for a millisecond. */
const STALE_AFTER = 2_000;

function acquire(lock: string, lockTimeout: number): boolean {
  const end = Date.now() + lockTimeout;
  for (;;) {
    try {
      fs.closeSync(fs.openSync(lock, "wx"));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        throw new HaleconnectError("HC1004", {
          where: `HALECONNECT_SUMMARY, ${lock}`,
          why: `The file cannot be created: ${fileTroubleInWords(error)}.`,
        });
      }
      removeWhenStale(lock);
      if (Date.now() >= end) {
        return false;
      }
      pauseThread(5);
    }
  }
}

function removeWhenStale(lock: string): void {
  const held = fs.statSync(lock, { throwIfNoEntry: false });
  if (held !== undefined && Date.now() - held.mtimeMs > STALE_AFTER) {
    fs.rmSync(lock, { force: true });
  }
}

/** At the exit of a process nothing asynchronous runs any more. */
function pauseThread(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, sorted(inside)]));
}
