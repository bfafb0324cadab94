import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What is known of bytes that are kept. */
export interface Blob {
  readonly sha256: string;
  readonly bytes: number;
}

/** Bytes of files, kept on disk by their checksum, never in memory. The folder is made when the first file comes. */
export class Blobs {
  #folder: string | undefined;
  readonly #isTemporary: boolean;

  constructor(folder?: string) {
    this.#folder = folder;
    this.#isTemporary = folder === undefined;
  }

  async keep(stream: Readable): Promise<Blob> {
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
    fs.renameSync(draft, this.pathOf(sha256));
    return { sha256, bytes };
  }

  open(sha256: string): Readable {
    return fs.createReadStream(this.pathOf(sha256));
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
