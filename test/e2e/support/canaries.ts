import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** Secrets that are looked for wherever they must not be, in every spelling that something on the way could give them. */
export class Canaries {
  readonly #marks = new Map<string, string>();

  /**
   * A strong password with a mark of its own amid characters that JSON, URLs, HTML, shells and UTF-8 each write in
   * another way; the mark is what none of them changes.
   */
  password(name: string): string {
    return `ü"\\ +/=&%'<${this.#mark(name)}>?#é`;
  }

  /** For where only some characters are allowed. */
  token(name: string): string {
    return `${this.#mark(name)}-+/=.`;
  }

  /** A secret that somebody else made up. */
  watch(name: string, secret: string): void {
    this.#marks.set(name, secret);
  }

  /** The names of those that a text holds, each with the spelling. */
  foundIn(text: string): string[] {
    return [...this.#marks].flatMap(([name, mark]) =>
      Object.entries(spellingsOf(mark))
        .filter(([, spelling]) => text.includes(spelling))
        .map(([inWhat]) => `${name}, ${inWhat}`),
    );
  }

  #mark(name: string): string {
    const mark = `Canary${randomBytes(9).toString("hex")}Z1`;
    this.#marks.set(name, mark);
    return mark;
  }
}

function spellingsOf(mark: string): Record<string, string> {
  const bytes = Buffer.from(mark);
  const base64 = [0, 1, 2].flatMap((offset) => {
    // Inside of a longer text base64 depends on where the mark begins: three forms, less their edges.
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const [first, end] = [Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6)];
    return [
      [`in base64 at ${offset}`, whole.toString("base64").slice(first, end)],
      [`in base64url at ${offset}`, whole.toString("base64url").slice(first, end)],
    ];
  });
  const listed = JSON.stringify([...bytes]);
  return {
    "as it is": mark,
    "URL-encoded": encodeURIComponent(mark),
    "JSON-escaped": JSON.stringify(mark).slice(1, -1),
    "in hexadecimal": bytes.toString("hex"),
    "as a list of bytes": listed.slice(1, -1),
    "as Go prints bytes": listed.slice(1, -1).replaceAll(",", " "),
    ...(Object.fromEntries(base64) as Record<string, string>),
  };
}

/** Every file below a folder as text, one after the other; without installed packages. */
export function textBelow(folder: string, isLeftOut: (file: string) => boolean = () => false): string {
  return (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => !name.split(path.sep).includes("node_modules"))
    .map((name) => path.join(folder, name))
    .filter((file) => fs.statSync(file).isFile() && !isLeftOut(file))
    .map((file) => `${file}\n${fs.readFileSync(file, "latin1")}\n${fs.readFileSync(file, "utf8")}`)
    .join("\n");
}

/** Watches the command lines of all processes of the machine; empty where there is no /proc. */
export class ProcessList {
  readonly #seen = new Set<string>();
  readonly #timer = setInterval(() => {
    this.#look();
  }, 10);

  /** Everything that was seen until now, and the end of watching. */
  stop(): string {
    clearInterval(this.#timer);
    return [...this.#seen].join("\n");
  }

  #look(): void {
    for (const entry of fs.existsSync("/proc") ? fs.readdirSync("/proc") : []) {
      if (/^\d+$/.test(entry)) {
        try {
          this.#seen.add(fs.readFileSync(`/proc/${entry}/cmdline`, "utf8").replaceAll("\0", " "));
        } catch {
          // It has ended since.
        }
      }
    }
  }
}
