import fs from "node:fs";
import path from "node:path";
import { StartFailure } from "../errors";

interface Holder {
  readonly pid: number;
  /** When the process began, where the system tells; a process id alone may be somebody else's by now. */
  readonly began?: string;
}

/** Each attempt takes away one dead lock; more in a row means that the file cannot be read, or others keep winning. */
const mostAttempts = 5;

/** One emulator for each data directory: a file with the process that uses it. Returns what gives the directory free. */
export function lock(directory: string): () => void {
  const file = path.join(directory, "emulator.lock");
  const own = JSON.stringify(describe(process.pid));
  for (let attempts = 0; !create(file, own); attempts++) {
    const text = readIfThere(file);
    const holder = text === undefined ? undefined : parse(text);
    if (attempts === mostAttempts || (holder !== undefined && isAlive(holder))) {
      throw inUse(directory, file, holder);
    }
    if (text !== undefined) {
      discard(file, text);
    }
  }
  return () => {
    if (readIfThere(file) === own) {
      fs.rmSync(file, { force: true });
    }
  };
}

/** The text is in the file from the moment that the file is there, so nobody reads half a lock. */
function create(file: string, text: string): boolean {
  const draft = `${file}.${String(process.pid)}`;
  fs.writeFileSync(draft, text, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      return false;
    }
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Takes a dead process's lock away, unless somebody else has done so and put a living one in its place. */
function discard(file: string, stale: string): void {
  const aside = `${file}.${String(process.pid)}.stale`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (readIfThere(aside) !== stale) {
    fs.linkSync(aside, file);
  }
  fs.rmSync(aside, { force: true });
}

function describe(pid: number): Holder {
  const began = beginningOf(pid);
  return began === undefined ? { pid } : { pid, began };
}

/** Clock ticks from the start of the machine to that of the process: the 22nd field of its line in /proc. */
function beginningOf(pid: number): string | undefined {
  return fieldsOf(pid)?.[19];
}

/** What follows the name in its line of /proc: state, parent and so on. */
function fieldsOf(pid: number): string[] | undefined {
  const line = readIfThere(`/proc/${String(pid)}/stat`);
  return line?.slice(line.lastIndexOf(")") + 2).split(" ");
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") {
      return false;
    }
  }
  // A killed process that nobody has asked about yet is still in the table, as a zombie.
  const isZombie = /^[ZX]/.test(fieldsOf(pid)?.[0] ?? "");
  return !isZombie && (began === undefined || began === beginningOf(pid));
}

function parse(text: string): Holder | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && "pid" in read ? (read as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function inUse(directory: string, file: string, holder: Holder | undefined): StartFailure {
  const process = holder === undefined ? `see ${file}` : `process ${String(holder.pid)}`;
  return new StartFailure({
    what: `The data directory ${directory} is in use`,
    why: `Another emulator (${process}) keeps its data there.`,
    next: "Use that one, stop it first, or choose another directory.",
  });
}
