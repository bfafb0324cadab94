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

/** After so many milliseconds without another look at the state, the journal writes what it has seen. */
const LULL = 250;

/**
 * Records on disk what was begun, so that the next run finishes an interrupted one and does not repeat it
 * (docs/decisions.md#exactly-once). Each project and stack has one file. It holds no secret. The journal only appends
 * lines, and ignores a torn last line.
 */
export class Journal {
  readonly #file: string;
  readonly #home: () => string;
  #entries: Map<string, Begun> | undefined;
  #waiting: { readonly text: string; readonly done: (error: Error | null) => void }[] = [];
  #writing = false;
  #durable = true;
  #isCompacted = false;
  /** What was seen of each resource and is not written yet. A run looks at many resources and writes once. */
  readonly #seen = new Map<string, Line>();
  /** Resources that were only seen. Another run may have written about them, so the file may say something else. */
  readonly #onlySeen = new Set<string>();
  #whenSeenIsWritten: Promise<void> | undefined;
  #writeSeen: () => void = () => undefined;
  #lull: NodeJS.Timeout | undefined;
  #beside: readonly Map<string, Begun>[] | undefined;

  /** `home` is the address of the server. Lines about another server do not count. */
  constructor(file: string, home: () => string) {
    this.#file = file;
    this.#home = home;
  }

  /** False if the folder cannot be written. Then nothing is guaranteed after a kill. */
  get durable(): boolean {
    return this.#durable;
  }

  entryOf(origin: string, kind: string): Entry | undefined {
    const last = this.#lastOf(origin, kind);
    return last !== undefined && "begun" in last ? last.begun : undefined;
  }

  /**
   * Whether the object in Pulumi's state may be gone or changed, because its deletion or another creation of the same
   * resource was begun. If the run was killed then, the state alone does not show it.
   */
  isInDoubt(origin: string, kind: string, id: string, birth?: string): boolean {
    const last = this.#lastOf(origin, kind);
    if (last === undefined || "has" in last) {
      return false;
    }
    return "begun" in last ? last.begun.id !== id || last.begun.birth !== birth : last.deleting.id === id;
  }

  /** Returns what the resource has, according to a creation that is not settled yet, or to the state. */
  holdingOf(origin: string, kind: string): Holding | undefined {
    const last = this.#lastOf(origin, kind);
    return last === undefined ? undefined : heldBy(last);
  }

  /** Returns everything that the resources of the stack have on this server. */
  holdings(): readonly Holding[] {
    const home = this.#home();
    return [...this.#load().values()].map(heldBy).filter((it) => it !== undefined && it.home === home) as Holding[];
  }

  /**
   * Whether a later creation of the same resource has this object by now, so that the copy in the state is an old one.
   */
  isTakenOver(origin: string, kind: string, id: string, birth: string | undefined): boolean {
    const holding = this.holdingOf(origin, kind);
    return holding !== undefined && holding.id === id && holding.birth !== birth;
  }

  /** Whether a resource of another stack has the object, according to the journals of this folder. */
  isHeldBeside(kind: string, id: string): boolean {
    const home = this.#home();
    this.#beside ??= journalsBeside(this.#file).map(replay);
    return this.#beside
      .flatMap((entries) => [...entries.values()].map(heldBy))
      .some((it) => it !== undefined && it.home === home && it.kind === kind && it.id === id);
  }

  /** Records a creation and returns when the line is on disk. */
  async record(entry: Omit<Entry, "home">): Promise<void> {
    await this.#begin({ begun: { ...entry, home: this.#home() } }, entry);
  }

  /** Records a deletion and returns when the line is on disk. */
  async recordDeletion(deletion: Omit<Deletion, "home">): Promise<void> {
    await this.#begin({ deleting: { ...deletion, home: this.#home() } }, deletion);
  }

  /** Records that the deletion did not happen: the object exists as declared. Losing this line does no harm. */
  async forgetDeletion(origin: string, kind: string): Promise<void> {
    const last = this.#lastOf(origin, kind);
    if (last !== undefined && "deleting" in last) {
      await this.#see(entryName(origin, kind), undefined);
    }
  }

  /** Records that Pulumi's state has this id, so the creation is no longer in doubt. Losing this line does no harm. */
  async settle(origin: string, kind: string, id: string, birth?: string): Promise<void> {
    const entry = this.entryOf(origin, kind);
    if (entry?.id === id && entry.birth === birth) {
      const { key: _key, absentBefore: _before, workingName: _name, ...known } = entry;
      await this.see({ ...known, id });
    }
  }

  /** Records what the resource has from now on and returns when it is on disk. Writes nothing that is known already. */
  async hold(given: Omit<Holding, "home">): Promise<void> {
    const name = entryName(given.origin, given.kind);
    const line = this.#holdingIn(given);
    if (!isDeepStrictEqual(this.#load().get(name), line) || this.#onlySeen.has(name)) {
      this.#load().set(name, line);
      await this.#append(name, line);
    }
  }

  /**
   * Records what the resource has according to the state. A line that another run has written meanwhile wins. The
   * journal collects such lines until there is a lull, and writes them together. Returns when they are on disk.
   */
  async see(given: Omit<Holding, "home">): Promise<void> {
    const line = this.#holdingIn(given);
    const name = entryName(given.origin, given.kind);
    if (!isDeepStrictEqual(this.#load().get(name), line)) {
      await this.#see(name, line);
    }
  }

  /** Writes at once what was seen, because something is about to depend on it. */
  async writeWhatWasSeen(): Promise<void> {
    const written = this.#whenSeenIsWritten;
    this.#writeSeen();
    await written;
  }

  /** Records that the resource has nothing: the creation made nothing, or the object is gone. */
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

  /** Writes what was seen when the process ends before a lull. */
  end(): void {
    const text = this.#takeSeen();
    if (text !== "" && this.#durable) {
      appendAtOnce(this.#file, text);
    }
  }

  /** Appends a line in place of what was seen of the same resource, and with it everything else that was seen. */
  async #append(name: string, line: Line): Promise<void> {
    this.#seen.delete(name);
    this.#onlySeen.delete(name);
    const written = this.#write(textOf(line));
    this.#writeSeen();
    await written;
  }

  /** Writes a text. All texts that arrive during one write share the next one and its fsync. */
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
    // This write also takes everything that arrives in the same turn.
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
          "The run goes on. But if it is killed in the middle of a creation, the next run may not know which objects are its own.",
      );
    }
  }
}
