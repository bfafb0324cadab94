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
  /** Known once the server has answered. */
  readonly id?: string;
}

type Line = { readonly begun: Entry } | { readonly settled: string };

/**
 * Remembers what was begun, on disk, so that an interrupted run is finished and not repeated (decision 5).
 * One file for each project and stack; no secret is written. Lines are appended; a torn last line is ignored.
 */
export class Journal {
  readonly #file: string;
  #entries: Map<string, Entry> | undefined;
  #waiting: { readonly text: string; readonly done: (error: Error | null) => void }[] = [];
  #writing = false;
  #durable = true;

  constructor(file: string) {
    this.#file = file;
  }

  /** False where the folder cannot be written: then the guarantee is not claimed. */
  get durable(): boolean {
    return this.#durable;
  }

  entryOf(origin: string, kind: string): Entry | undefined {
    return this.#load().get(entryName(origin, kind));
  }

  /** Returns when the entry is on disk. */
  async record(entry: Entry): Promise<void> {
    this.#load().set(entryName(entry.origin, entry.kind), entry);
    await this.#append({ begun: entry });
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

  #load(): Map<string, Entry> {
    if (this.#entries === undefined) {
      this.#entries = replay(readIfThere(this.#file));
      this.#compact(this.#entries);
    }
    return this.#entries;
  }

  #compact(entries: ReadonlyMap<string, Entry>): void {
    try {
      if (entries.size === 0) {
        fs.rmSync(this.#file, { force: true });
        return;
      }
      const text = [...entries.values()].map((begun) => `${JSON.stringify({ begun } satisfies Line)}\n`).join("");
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
      const failure = await appendDurably(this.#file, batch.map(({ text }) => text).join(""));
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

function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function replay(text: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of text.split("\n")) {
    const read = parse(line);
    if (read !== undefined && "begun" in read) {
      entries.set(entryName(read.begun.origin, read.begun.kind), read.begun);
    } else if (read !== undefined) {
      entries.delete(read.settled);
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
