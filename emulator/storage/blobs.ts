import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What is known of bytes that are kept. */
export interface Blob {
  readonly sha256: string;
  readonly bytes: number;
}

/** Opens bytes, or those from `start` up to `end`, which is not one of them. */
export type Opener = (start?: number, end?: number) => Readable;

/** The bytes of files, for the time of one call: what it has in hand stays there until it is done. */
export interface BlobsInHand {
  readonly keep: (stream: Readable) => Promise<Blob>;
  /** What opens it, as often as needed. */
  readonly lend: (sha256: string) => Opener;
  readonly pathOf: (sha256: string) => string;
  /** What it had in hand and nobody uses goes. */
  readonly done: () => void;
}

/** Bytes of files, kept on disk by their checksum, never in memory. The folder is made when the first file comes. */
export class Blobs {
  #folder: string | undefined;
  readonly #isTemporary: boolean;
  readonly #inHand = new Map<string, number>();

  constructor(folder?: string) {
    this.#folder = folder;
    this.#isTemporary = folder === undefined;
  }

  /** `kept` is told before the bytes are at their place, so that nobody takes them away from there in between. */
  async keep(stream: Readable, kept: (sha256: string) => void = () => undefined): Promise<Blob> {
    const draft = path.join(this.#opened(), `${randomUUID()}.new`);
    const hash = createHash("sha256");
    let bytes = 0;
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    // Opened at once: a stream that is destroyed while it opens its file would leave it behind.
    const fd = fs.openSync(draft, "wx", 0o600);
    try {
      await pipeline(stream, measure, fs.createWriteStream(draft, { fd }));
    } catch (error) {
      fs.rmSync(draft, { force: true });
      throw error;
    }
    const sha256 = hash.digest("hex");
    kept(sha256);
    fs.renameSync(draft, this.pathOf(sha256));
    return { sha256, bytes };
  }

  /**
   * A call may be under way with a file that another one takes the last use from, and a file that has come is in use
   * only when its call says so: so both stay as long as the call has them in hand.
   */
  inHand(isInUse: (sha256: string) => boolean): BlobsInHand {
    const held: string[] = [];
    const hold = (sha256: string) => {
      held.push(sha256);
      this.#inHand.set(sha256, (this.#inHand.get(sha256) ?? 0) + 1);
    };
    return {
      keep: (stream) => this.keep(stream, hold),
      lend: (sha256) => {
        hold(sha256);
        return (start, end) => this.open(sha256, start, end);
      },
      pathOf: (sha256) => this.pathOf(sha256),
      done: () => {
        const released = held.splice(0);
        released.forEach((sha256) => this.#letGo(sha256));
        this.drop(released.filter((sha256) => !isInUse(sha256)));
      },
    };
  }

  /** Removes what nothing refers to any more, unless a call has it in hand, which then sees to it. */
  drop(unused: readonly string[]): void {
    for (const sha256 of unused) {
      if (!this.#inHand.has(sha256)) {
        fs.rmSync(this.pathOf(sha256), { force: true });
      }
    }
  }

  #letGo(sha256: string): void {
    const hands = (this.#inHand.get(sha256) ?? 1) - 1;
    if (hands > 0) {
      this.#inHand.set(sha256, hands);
    } else {
      this.#inHand.delete(sha256);
    }
  }

  open(sha256: string, start = 0, end = Infinity): Readable {
    return start >= end ? Readable.from([]) : fs.createReadStream(this.pathOf(sha256), { start, end: end - 1 });
  }

  pathOf(sha256: string): string {
    return path.join(this.#opened(), sha256);
  }

  /** Removes what nothing refers to any more. */
  sweep(isInUse: (sha256: string) => boolean): void {
    if (this.#folder === undefined || !fs.existsSync(this.#folder)) {
      return;
    }
    for (const name of fs.readdirSync(this.#folder)) {
      if (!isInUse(name)) {
        fs.rmSync(path.join(this.#folder, name), { force: true });
      }
    }
  }

  /** What was kept for the time of one emulator only is removed with it. */
  close(): void {
    if (this.#isTemporary && this.#folder !== undefined) {
      fs.rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  #opened(): string {
    if (this.#folder === undefined) {
      this.#folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-emulator-"));
    } else if (!fs.existsSync(this.#folder)) {
      fs.mkdirSync(this.#folder, { mode: 0o700 });
    }
    return this.#folder;
  }
}
