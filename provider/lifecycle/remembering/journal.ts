import { isDeepStrictEqual } from "node:util";
import { appendAtOnce, appendDurably, compact, journalsBeside, readIfThere } from "./journal-file";
import {
  entryName,
  heldBy,
  markOf,
  replay,
  subjectOf,
  textOf,
  type Begun,
  type Deletion,
  type Entry,
  type Holding,
  type Line,
} from "./journal-lines";

export type { Deletion, Entry, Holding } from "./journal-lines";

/** Milliseconds without another look at the state, after which what was seen of it is written down. */
const LULL = 250;

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
  /** What was seen and is not written yet, by resource: a run looks at all of them, and that is one write. */
  readonly #seen = new Map<string, Line>();
  /** Of these another run may have written meanwhile, so that the file may say something else. */
  readonly #onlySeen = new Set<string>();
  #whenSeenIsWritten: Promise<void> | undefined;
  #writeSeen: () => void = () => undefined;
  #lull: NodeJS.Timeout | undefined;
  #beside: readonly Map<string, Begun>[] | undefined;

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

  /** Whether a resource of another stack has the object, as far as the journals of this folder tell. */
  isHeldBeside(kind: string, id: string): boolean {
    const home = this.#home();
    this.#beside ??= journalsBeside(this.#file).map(replay);
    return this.#beside
      .flatMap((entries) => [...entries.values()].map(heldBy))
      .some((it) => it !== undefined && it.home === home && it.kind === kind && it.id === id);
  }

  /** Returns when the entry is on disk. */
  async record(entry: Omit<Entry, "home">): Promise<void> {
    await this.#begin({ begun: { ...entry, home: this.#home() } }, entry);
  }

  /** Returns when it is on disk. */
  async recordDeletion(deletion: Omit<Deletion, "home">): Promise<void> {
    await this.#begin({ deleting: { ...deletion, home: this.#home() } }, deletion);
  }

  /** The object was found alive and as declared, so the deletion did not take place. Losing this line does no harm. */
  async forgetDeletion(origin: string, kind: string): Promise<void> {
    const last = this.#lastOf(origin, kind);
    if (last !== undefined && "deleting" in last) {
      await this.#see(entryName(origin, kind), undefined);
    }
  }

  /** A call carried this id from Pulumi's state, so the creation is no longer in doubt. Losing this line does no harm. */
  async settle(origin: string, kind: string, id: string, birth?: string): Promise<void> {
    const entry = this.entryOf(origin, kind);
    if (entry?.id === id && entry.birth === birth) {
      const { key: _key, absentBefore: _before, workingName: _name, ...known } = entry;
      await this.see({ ...known, id });
    }
  }

  /** What the resource has from now on. Returns when it is on disk; nothing is written where it is known already. */
  async hold(given: Omit<Holding, "home">): Promise<void> {
    const name = entryName(given.origin, given.kind);
    const line = this.#holdingIn(given);
    if (!isDeepStrictEqual(this.#load().get(name), line) || this.#onlySeen.has(name)) {
      this.#load().set(name, line);
      await this.#append(name, line);
    }
  }

  /**
   * What the state shows that the resource has. Where another run has written of the resource meanwhile, that holds. What
   * is seen until there is a lull is one write; returns when it is on disk.
   */
  async see(given: Omit<Holding, "home">): Promise<void> {
    const line = this.#holdingIn(given);
    const name = entryName(given.origin, given.kind);
    if (!isDeepStrictEqual(this.#load().get(name), line)) {
      await this.#see(name, line);
    }
  }

  /** Before something depends on what was seen. */
  async writeWhatWasSeen(): Promise<void> {
    const written = this.#whenSeenIsWritten;
    this.#writeSeen();
    await written;
  }

  /** Nothing was made, or nothing is had any longer. */
  async forget(origin: string, kind: string): Promise<void> {
    const name = entryName(origin, kind);
    if (this.#load().delete(name)) {
      await this.#append(name, { settled: name });
    }
  }

  #holdingIn(given: Omit<Holding, "home">): Begun & { readonly has: Holding } {
    return { has: JSON.parse(JSON.stringify({ ...given, home: this.#home() })) as Holding };
  }

  async #begin(line: Begun, { origin, kind }: Pick<Entry, "origin" | "kind">): Promise<void> {
    const entries = this.#load();
    if (!this.#isCompacted) {
      this.#isCompacted = true;
      this.#giveUpAfter(compact(this.#file));
    }
    entries.set(entryName(origin, kind), line);
    await this.#append(entryName(origin, kind), line);
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

  #see(name: string, line: Begun | undefined): Promise<void> {
    const entries = this.#load();
    const over = this.#seen.get(name)?.over ?? markOf(entries.get(name));
    if (line === undefined) {
      entries.delete(name);
    } else {
      entries.set(name, line);
    }
    this.#onlySeen.add(name);
    this.#seen.set(name, { ...(line ?? { settled: name }), over });
    this.#whenSeenIsWritten ??= new Promise((resolve) => {
      this.#writeSeen = () => {
        const text = this.#takeSeen();
        resolve(text === "" ? undefined : this.#write(text));
      };
    });
    clearTimeout(this.#lull);
    this.#lull = setTimeout(this.#writeSeen, LULL).unref();
    return this.#whenSeenIsWritten;
  }

  #takeSeen(): string {
    const text = [...this.#seen.values()].map(textOf).join("");
    this.#seen.clear();
    this.#whenSeenIsWritten = undefined;
    clearTimeout(this.#lull);
    return text;
  }

  /** The process ends before there was a lull. */
  end(): void {
    const text = this.#takeSeen();
    if (text !== "" && this.#durable) {
      appendAtOnce(this.#file, text);
    }
  }

  /** What was seen of the same resource before is overtaken, and all else goes along. */
  async #append(name: string, line: Line): Promise<void> {
    this.#seen.delete(name);
    this.#onlySeen.delete(name);
    const written = this.#write(textOf(line));
    this.#writeSeen();
    await written;
  }

  /** What comes while one write is under way shares the next one, and its fsync. */
  #write(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({
        text,
        done: (error) => {
          this.#giveUpAfter(error);
          resolve();
        },
      });
      if (!this.#writing) {
        void this.#writeWaiting();
      }
    });
  }

  async #writeWaiting(): Promise<void> {
    this.#writing = true;
    // Whatever comes in the same turn goes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const failure = await appendDurably(this.#file, batch.map((line) => line.text).join(""));
      for (const { done } of batch) {
        done(failure);
      }
    }
    this.#writing = false;
  }

  #giveUpAfter(error: Error | null): void {
    if (error !== null && this.#durable) {
      this.#durable = false;
      console.warn(
        `The journal ${this.#file} cannot be written (${error.message}). ` +
          "Creations go on, but after a kill in the middle of one the next run may have to be told what is its own.",
      );
    }
  }
}
