import fs from "node:fs";
import path from "node:path";
import { Machine } from "../../engine/machine";

/** How the engine answers one call. It may do something before, as JavaScript. */
export interface EngineAnswer {
  readonly out?: string;
  readonly err?: string;
  readonly code?: number;
  readonly first?: string;
}

/** A Pulumi that says what the test tells it, and notes what it was called for. What Pulumi really does is tried with the real one. */
export class ScriptedEngine {
  readonly #machine = new Machine();

  /** The answers to each command, in turn; the last one holds for all that follow. */
  constructor(answers: Readonly<Record<string, readonly EngineAnswer[]>>) {
    this.#machine.engine("3.259.0");
    this.#machine.program(
      "pulumi",
      `if (args[0] === "version") { console.log("v3.259.0"); process.exit(); }
       const calls = ${JSON.stringify(this.#file)};
       const before = fs.existsSync(calls) ? fs.readFileSync(calls, "utf8").trim().split("\\n") : [];
       fs.appendFileSync(calls, args.join(" ") + "\\n");
       const all = ${JSON.stringify(answers)}[args[0]] ?? [];
       const nth = before.filter((call) => call.split(" ")[0] === args[0]).length;
       const { out = "", err = "", code = 0, first = "" } = all[Math.min(nth, all.length - 1)] ?? {};
       process.exitCode = code;
       const end = () => { process.stdout.write(out); process.stderr.write(err); };
       if (first === "") end(); else new Function("end", "require", first)(end, require);`,
    );
  }

  get #file(): string {
    return path.join(this.#machine.folder, "calls");
  }

  get env(): NodeJS.ProcessEnv {
    return { PATH: `${this.#machine.bin}${path.delimiter}${process.env["PATH"] ?? ""}` };
  }

  /** What it was called for, without what each call has. */
  get calls(): string[] {
    return fs
      .readFileSync(this.#file, "utf8")
      .trim()
      .split("\n")
      .map((call) => call.replace(" --non-interactive --color=never", ""));
  }

  stop(): void {
    this.#machine.remove();
  }
}
