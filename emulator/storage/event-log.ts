import fs from "node:fs";
import { StartFailure } from "../errors";
import { WorldEvent } from "../world/events";

/** The first line of the file: what it is, so that a later form can be told apart. */
const heading = JSON.stringify({ journal: "haleconnect-emulator", version: 1 });

/**
 * The events on disk, one JSON line each. A line is handed to the operating system before the answer goes out, so it
 * survives a killed process. It is not forced to the disk: a power cut may cost the last seconds.
 */
export class EventLog {
  readonly #descriptor: number;
  #length: number;
  #open = true;

  private constructor(
    readonly file: string,
    readonly events: readonly WorldEvent[],
    length: number,
  ) {
    this.#descriptor = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600);
    this.#length = length;
    fs.ftruncateSync(this.#descriptor, length);
  }

  /** Reads what is there. A torn last line is the mark of a kill: its call was not answered, so it is cut off. */
  static open(file: string): EventLog {
    const text = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
    const whole = text.subarray(0, text.lastIndexOf("\n") + 1);
    const log = new EventLog(file, readEvents(file, whole.toString("utf8")), whole.length);
    if (whole.length === 0) {
      log.#write(heading);
    }
    return log;
  }

  append(event: WorldEvent): void {
    this.#write(JSON.stringify(event));
  }

  close(): void {
    this.#open = false;
    fs.closeSync(this.#descriptor);
  }

  /** A line that does not fit on the disk is taken back, and the call fails; what was there stays whole. */
  #write(line: string): void {
    if (!this.#open) {
      throw new Error("The emulator is being closed");
    }
    const bytes = Buffer.from(`${line}\n`, "utf8");
    try {
      for (let done = 0; done < bytes.length;) {
        done += fs.writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#length + done);
      }
    } catch (error) {
      fs.ftruncateSync(this.#descriptor, this.#length);
      throw error;
    }
    this.#length += bytes.length;
  }
}

function readEvents(file: string, text: string): WorldEvent[] {
  const [first, ...lines] = text.split("\n").slice(0, -1);
  if (first !== undefined && first !== heading) {
    throw unreadable(file, 1, "its first line is not that of an emulator's journal");
  }
  return lines.map((line, index) => readEvent(file, index + 2, line));
}

function readEvent(file: string, number: number, line: string): WorldEvent {
  try {
    return WorldEvent.parse(JSON.parse(line));
  } catch (error) {
    throw unreadable(file, number, "the line is not an event", error);
  }
}

function unreadable(file: string, number: number, why: string, cause?: unknown): StartFailure {
  return new StartFailure(
    {
      what: `The emulator's journal cannot be read (${file}, line ${String(number)})`,
      why: `It was changed by something else, or written by another version: ${why}.`,
      next: "Mend or remove the line, or start with an empty data directory.",
    },
    cause,
  );
}
