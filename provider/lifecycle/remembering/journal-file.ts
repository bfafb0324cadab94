import fs from "node:fs";
import path from "node:path";
import { compacted, replay } from "./journal-lines";

/** A larger file, in bytes, is rewritten without settled lines, if nobody has written to it for QUIET milliseconds. */
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

/** Appends the text and returns when it is on disk. */
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

/** Appends at the end of the process, which cannot wait any more. Losing these lines does no harm. */
export function appendAtOnce(file: string, text: string): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const whole = readIfThere(file);
    fs.appendFileSync(file, afterTorn(Buffer.from(whole === "" ? "\n" : whole.slice(-1)), text), { mode: 0o600 });
  } catch {
    // The journal could not be written before either, and has warned of that.
  }
}

/** Starts a new line if the last one is torn: a killed process may leave half a line, even while this process runs. */
function afterTorn(last: Buffer, text: string): string {
  return last[0] === NEWLINE ? text : `\n${text}`;
}

/**
 * Compacts the file before the first creation or deletion, so only in an update. The engine runs one update at a time.
 * Previews may read and append meanwhile, and losing their lines does no harm. If the file was written just now, the
 * process of a killed engine may still write to it, so it is left alone. The file is read again here, because such a
 * process may have written since the first reading.
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

/** Returns the texts of the other journals in the folder, which belong to other stacks and projects. */
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
