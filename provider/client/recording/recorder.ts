import fs from "node:fs";
import { fileTroubleInWords } from "../../errors";
import { atEnd } from "../at-end";
import { MetNames } from "./names";
import { answered, lineOf, translated, type Manner, type WholeCall } from "./recorded";

/**
 * Appends a line for each call to a file, after the call has gone on. Nothing here lets a call fail: what cannot be
 * written is told once, and left out. Several processes may append to one file, since each writes whole lines.
 */
export class Recorder {
  readonly #pending = new Set<WholeCall>();
  readonly #manner: Manner;
  #lines: string[] = [];
  #hasTold = false;
  #hasFailed = false;
  readonly #forget: () => void;

  constructor(
    readonly file: string,
    manner: Omit<Manner, "names">,
    readonly warn: (text: string) => void = console.warn,
  ) {
    this.#manner = { ...manner, names: new MetNames() };
    this.#forget = atEnd(() => {
      this.#finish();
    });
  }

  note(call: WholeCall): void {
    this.#pending.add(call);
    setImmediate(() => void this.#describe(call));
  }

  /** Writes what is left, and lets go of the process. */
  close(): void {
    this.#forget();
    this.#finish();
  }

  async #describe(call: WholeCall): Promise<void> {
    try {
      const content = call.binding === undefined ? answered(call) : await translated(call);
      if (this.#pending.delete(call)) {
        this.#add(call, content);
      }
    } catch (error) {
      this.#pending.delete(call);
      this.#tell(`The recording lacks a call of ${call.operation.key}`, error);
    }
    // All calls of the same turn share one write.
    if (this.#pending.size === 0) {
      this.#write();
    }
  }

  /** At the end nobody waits any more for a translation: such calls are left out. */
  #finish(): void {
    const left = [...this.#pending].filter(({ binding }) => binding === undefined);
    this.#pending.clear();
    for (const call of left) {
      this.#add(call, answered(call));
    }
    this.#write();
  }

  #add(call: WholeCall, content: unknown): void {
    this.#lines.push(`${JSON.stringify(lineOf(call, content, this.#manner))}\n`);
  }

  /** At once, so that a process which ends just now leaves whole lines, and all of them. */
  #write(): void {
    const text = this.#lines.splice(0).join("");
    if (text === "" || this.#hasFailed) {
      return;
    }
    try {
      fs.appendFileSync(this.file, text, { mode: 0o600 });
    } catch (error) {
      this.#hasFailed = true;
      this.#tell("The recording is incomplete", error);
    }
  }

  #tell(what: string, error: unknown): void {
    if (!this.#hasTold) {
      this.#hasTold = true;
      this.warn(`${what} (HALECONNECT_RECORD, ${this.file}): ${fileTroubleInWords(error)}. The run goes on.`);
    }
  }
}
