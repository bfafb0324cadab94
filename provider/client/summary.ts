import { atEnd } from "./at-end";
import { Tally, type Counts } from "./tally";
import { writeSummary } from "./summary-file";

/** Milliseconds: between two writes of the file, and for the lock at the end. */
const WRITE_EVERY = 250;
const LOCK_TIMEOUT_AT_EXIT = 1_000;

/** Counts, and keeps the file of HALECONNECT_SUMMARY up to date. */
export interface Bookkeeping {
  readonly tally: Tally;
  /** Writes what is not yet written, and lets go of the process. */
  readonly close: () => void;
}

/** The file is written at once, so that a process that sends nothing says so, and a wrong name shows at the start. */
export function keepBooks(file: string | undefined): Bookkeeping {
  if (file === undefined) {
    return { tally: new Tally(), close: () => undefined };
  }
  const started = nextStart();
  const write = (counts: Counts, lockTimeout: number): boolean =>
    writeSummary(file, { ...counts, pid: process.pid, started }, lockTimeout);
  let timer: NodeJS.Timeout | undefined;
  let isWritten = write(new Tally().counts, LOCK_TIMEOUT_AT_EXIT);
  const writeLater = (): void => {
    isWritten = false;
    timer ??= setTimeout(() => {
      timer = undefined;
      isWritten = quietly(() => write(tally.counts, 0));
      if (!isWritten) {
        writeLater();
      }
    }, WRITE_EVERY).unref();
  };
  const tally = new Tally(writeLater);
  const finish = (): void => {
    clearTimeout(timer);
    isWritten ||= quietly(() => write(tally.counts, LOCK_TIMEOUT_AT_EXIT));
  };
  const forget = atEnd(finish);
  return {
    tally,
    close: () => {
      forget();
      finish();
    },
  };
}

/** The first write has shown that the file can be written; a disk that fills up later must not fail the run. */
function quietly(write: () => boolean): boolean {
  try {
    return write();
  } catch {
    return false;
  }
}

let lastStart = 0;

/** A process may have several clients, in tests at least: each has a start of its own. */
function nextStart(): string {
  lastStart = Math.max(lastStart + 1, Date.now());
  return new Date(lastStart).toISOString();
}
