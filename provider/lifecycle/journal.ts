import fs from "node:fs";
import path from "node:path";

/** A creation that was begun and of which no later call has shown yet that Pulumi's state knows it. */
export interface Entry {
  readonly kind: string;
  /** `stack/name` of the resource that began it; only the same resource may claim its object. */
  readonly origin: string;
  readonly key: string;
  /** The object was looked for and was not there when the creation began. */
  readonly absentBefore: boolean;
  /** Address of the server on which it was begun. */
  readonly home: string;
  /** The name under which an object is made that is named in the end. */
  readonly workingName?: string;
  /** Known once the server has answered. */
  readonly id?: string;
  /** Of what exists with its owner: the values before it was taken hold of. */
  readonly former?: Readonly<Record<string, unknown>>;
}

/** A deletion that was begun. It stands until the same resource is created anew: no call ever shows that a state lacks an id. */
export interface Deletion {
  readonly kind: string;
  readonly origin: string;
  readonly id: string;
  /** Address of the server on which it was begun. */
  readonly home: string;
}

/** Bytes from which on the file is written anew without what is settled, and milliseconds without a writer before that. */
const LARGEST = 256 * 1024;
const QUIET = 10_000;

/** The last thing that a resource began. */
type Begun = { readonly begun: Entry } | { readonly deleting: Deletion };
type Line = Begun | { readonly settled: string };

/**
 * Remembers what was begun, on disk, so that an interrupted run is finished and not repeated (docs/decisions.md#exactly-once).
 * One file for each project and stack; no secret is written. Lines are appended; a torn last line is ignored.
 */
export class Journal {
  readonly #file: string;
  readonly #home: () => string;
  #entries: Map<string, Begun> | undefined;
  #waiting: { readonly text: string; readonly done: (error: Error | null) => void }[] = [];
  #writing = false;
  #durable = true;
  #isCompacted = false;
  #isOpen = false;

  /** `home`: the address of the server; what was begun on another one says nothing here. */
  constructor(file: string, home: () => string) {
    this.#file = file;
    this.#home = home;
  }

  /** False where the folder cannot be written: then the guarantee is not claimed. */
  get durable(): boolean {
    return this.#durable;
  }

  entryOf(origin: string, kind: string): Entry | undefined {
    const last = this.#lastOf(origin, kind);
    return last !== undefined && "begun" in last ? last.begun : undefined;
  }

  /**
   * Whether the object of this id, which Pulumi's state shows, may be gone: its deletion was begun, or the creation of
   * one in its place. The state alone does not tell when a run was killed in between.
   */
  isInDoubt(origin: string, kind: string, id: string): boolean {
    const last = this.#lastOf(origin, kind);
    return last !== undefined && ("begun" in last ? last.begun.id !== id : last.deleting.id === id);
  }

  /** Returns when the entry is on disk. */
  async record(entry: Omit<Entry, "home">): Promise<void> {
    await this.#begin({ begun: { ...entry, home: this.#home() } }, entry);
  }

  /** Returns when it is on disk. */
  async recordDeletion(deletion: Omit<Deletion, "home">): Promise<void> {
    await this.#begin({ deleting: { ...deletion, home: this.#home() } }, deletion);
  }

  /** The object was found alive and as declared, so the deletion did not take place. */
  async forgetDeletion(origin: string, kind: string): Promise<void> {
    const last = this.#lastOf(origin, kind);
    if (last !== undefined && "deleting" in last) {
      await this.forget(origin, kind);
    }
  }

  /** A call carried this id from Pulumi's state, so the creation is no longer in doubt. Losing this line does no harm. */
  async settle(origin: string, kind: string, id: string): Promise<void> {
    if (this.entryOf(origin, kind)?.id === id) {
      await this.forget(origin, kind);
    }
  }

  /** Nothing was made. */
  async forget(origin: string, kind: string): Promise<void> {
    const name = entryName(origin, kind);
    if (this.#load().delete(name)) {
      await this.#append({ settled: name });
    }
  }

  async #begin(line: Begun, { origin, kind }: Pick<Entry, "origin" | "kind">): Promise<void> {
    const entries = this.#load();
    if (!this.#isCompacted) {
      this.#isCompacted = true;
      this.#compact(entries);
    }
    entries.set(entryName(origin, kind), line);
    await this.#append(line);
  }

  #lastOf(origin: string, kind: string): Begun | undefined {
    const last = this.#load().get(entryName(origin, kind));
    if (last === undefined) {
      return undefined;
    }
    const { home } = "begun" in last ? last.begun : last.deleting;
    return home === this.#home() ? last : undefined;
  }

  #load(): Map<string, Begun> {
    return (this.#entries ??= replay(readIfThere(this.#file)));
  }

  /**
   * Before the first thing that is begun, thus only in an update, of which the engine lets one run at a time; previews
   * and refreshes may read and append meanwhile. A file that was written just now may still have a writer whose engine
   * was killed.
   */
  #compact(entries: ReadonlyMap<string, Begun>): void {
    try {
      const found = fs.statSync(this.#file, { throwIfNoEntry: false });
      if (found === undefined || found.size < LARGEST || Date.now() - found.mtimeMs < QUIET) {
        return;
      }
      const text = [...entries.values()].map((line) => `${JSON.stringify(line satisfies Line)}\n`).join("");
      fs.writeFileSync(`${this.#file}.new`, text, { flush: true });
      fs.renameSync(`${this.#file}.new`, this.#file);
    } catch (error) {
      this.#giveUp(error as Error);
    }
  }

  /** Lines that come while one write is under way share the next one, and its fsync. */
  #append(line: Line): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({
        text: `${JSON.stringify(line)}\n`,
        done: (error) => {
          if (error !== null) {
            this.#giveUp(error);
          }
          resolve();
        },
      });
      if (!this.#writing) {
        void this.#write();
      }
    });
  }

  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      // A killed process may have left half a line, on which the next one must not go on.
      const text = [this.#isOpen ? "" : lineEndOf(this.#file), ...batch.map((line) => line.text)].join("");
      this.#isOpen = true;
      const failure = await appendDurably(this.#file, text);
      for (const { done } of batch) {
        done(failure);
      }
    }
    this.#writing = false;
  }

  #giveUp(error: Error): void {
    if (this.#durable) {
      this.#durable = false;
      console.warn(
        `The journal ${this.#file} cannot be written (${error.message}). ` +
          "Creations go on, but after a kill in the middle of one the next run may have to be told what is its own.",
      );
    }
  }
}

async function appendDurably(file: string, text: string): Promise<Error | null> {
  try {
    await prepareFolder(path.dirname(file));
    const handle = await fs.promises.open(file, "a", 0o600);
    try {
      await handle.appendFile(text);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return null;
  } catch (error) {
    return error as Error;
  }
}

async function prepareFolder(folder: string): Promise<void> {
  await fs.promises.mkdir(folder, { recursive: true });
}

function lineEndOf(file: string): string {
  const text = readIfThere(file);
  return text === "" || text.endsWith("\n") ? "" : "\n";
}

function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function replay(text: string): Map<string, Begun> {
  const entries = new Map<string, Begun>();
  for (const line of text.split("\n")) {
    const read = parse(line);
    if (read === undefined) {
      continue;
    }
    if ("settled" in read) {
      entries.delete(read.settled);
    } else {
      const { origin, kind } = "begun" in read ? read.begun : read.deleting;
      entries.set(entryName(origin, kind), read);
    }
  }
  return entries;
}

function parse(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return undefined;
  }
}

function entryName(origin: string, kind: string): string {
  return `${kind} ${origin}`;
}
