import fs from "node:fs";
import path from "node:path";
import { compacted, replay } from "./journal-lines";

/** Bytes from which on the file is written anew without what is settled, and milliseconds without a writer before that. */
const LARGEST = 256 * 1024;
const QUIET = 10_000;

const NEWLINE = "\n".charCodeAt(0);

export function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Returns when it is on disk. */
export async function appendDurably(file: string, text: string): Promise<Error | null> {
  try {
    await fs.promises.mkdir(path.dirname(file), { recursive: true });
    const handle = await fs.promises.open(file, "a+", 0o600);
    try {
      const { size } = await handle.stat();
      const last = Buffer.alloc(1, NEWLINE);
      await handle.read(last, 0, size === 0 ? 0 : 1, Math.max(0, size - 1));
      await handle.appendFile(afterTorn(last, text));
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return null;
  } catch (error) {
    return error as Error;
  }
}

/** While the process ends, when nothing can be waited for; losing these lines does no harm. */
export function appendAtOnce(file: string, text: string): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const whole = readIfThere(file);
    fs.appendFileSync(file, afterTorn(Buffer.from(whole === "" ? "\n" : whole.slice(-1)), text), { mode: 0o600 });
  } catch {
    // It could not be written before either, which was said.
  }
}

/** A process that was killed may have left half a line, also while this one runs: the next one must not go on in it. */
function afterTorn(last: Buffer, text: string): string {
  return last[0] === NEWLINE ? text : `\n${text}`;
}

/**
 * Before the first thing that is begun, thus only in an update, of which the engine lets one run at a time; previews may
 * read and append meanwhile, and losing their lines does no harm. A file that was written just now may still have a
 * writer whose engine was killed. It is read once more, since such a writer may have been at work when it was read first.
 */
export function compact(file: string): Error | null {
  try {
    const found = fs.statSync(file, { throwIfNoEntry: false });
    if (found === undefined || found.size < LARGEST || Date.now() - found.mtimeMs < QUIET) {
      return null;
    }
    const text = compacted(replay(readIfThere(file)));
    if (text.length * 2 < found.size) {
      fs.writeFileSync(`${file}.new`, text, { flush: true, mode: 0o600 });
      fs.renameSync(`${file}.new`, file);
    }
    return null;
  } catch (error) {
    return error as Error;
  }
}

/** The other journals of the same folder, each as its text: of other stacks, and of other projects. */
export function journalsBeside(file: string): readonly string[] {
  const root = path.dirname(path.dirname(file));
  try {
    return (fs.readdirSync(root, { recursive: true }) as string[])
      .filter((name) => name.endsWith(".jsonl"))
      .map((name) => path.join(root, name))
      .filter((other) => path.resolve(other) !== path.resolve(file))
      .map(readIfThere);
  } catch {
    return [];
  }
}
