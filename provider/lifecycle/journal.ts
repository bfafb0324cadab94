import fs from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
  entryName,
  replay,
  subjectOf,
  type Begun,
  type Deletion,
  type Entry,
  type Holding,
  type Line,
} from "./journal-lines";

export type { Deletion, Entry, Holding } from "./journal-lines";

/** Bytes from which on the file is written anew without what is settled, and milliseconds without a writer before that. */
const LARGEST = 256 * 1024;
const QUIET = 10_000;

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
   * Whether the object of this id, which Pulumi's state shows, may be gone or changed: its deletion was begun, or another
   * creation for the same resource. The state alone does not tell when a run was killed in between.
   */
  isInDoubt(origin: string, kind: string, id: string, birth?: string): boolean {
    const last = this.#lastOf(origin, kind);
    if (last === undefined || "has" in last) {
      return false;
    }
    return "begun" in last ? last.begun.id !== id || last.begun.birth !== birth : last.deleting.id === id;
  }

  /** What the resource has, as the journal knows: from a creation that is not settled yet, or from the state. */
  holdingOf(origin: string, kind: string): Holding | undefined {
    const last = this.#lastOf(origin, kind);
    return last === undefined ? undefined : heldBy(last);
  }

  /** All that the resources of the stack have on this server. */
  holdings(): readonly Holding[] {
    const home = this.#home();
    return [...this.#load().values()].map(heldBy).filter((it) => it !== undefined && it.home === home) as Holding[];
  }

  /** Whether a later creation of the same resource has this object by now: the copy that the state shows is a former one. */
  isTakenOver(origin: string, kind: string, id: string, birth: string | undefined): boolean {
    const holding = this.holdingOf(origin, kind);
    return holding !== undefined && holding.id === id && holding.birth !== birth;
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
  async settle(origin: string, kind: string, id: string, birth?: string): Promise<void> {
    const entry = this.entryOf(origin, kind);
    if (entry?.id === id && entry.birth === birth) {
      const { key: _key, absentBefore: _before, workingName: _name, ...known } = entry;
      await this.hold({ ...known, id });
    }
  }

  /** What the resource has now. Returns when it is on disk; nothing is written where it is known already. */
  async hold(given: Omit<Holding, "home">): Promise<void> {
    const holding = JSON.parse(JSON.stringify({ ...given, home: this.#home() })) as Holding;
    const last = this.#load().get(entryName(given.origin, given.kind));
    if (last === undefined || !("has" in last) || !isDeepStrictEqual(last.has, holding)) {
      this.#load().set(entryName(given.origin, given.kind), { has: holding });
      await this.#append({ has: holding });
    }
  }

  /** Nothing was made, or nothing is had any longer. */
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
    return subjectOf(last).home === this.#home() ? last : undefined;
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

function heldBy(line: Begun): Holding | undefined {
  if ("has" in line) {
    return line.has;
  }
  return "begun" in line && line.begun.id !== undefined ? { ...line.begun, id: line.begun.id } : undefined;
}
