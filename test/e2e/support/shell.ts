import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Step } from "./guide";

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** One bash in which somebody types: variables, jobs and the folder stay from one command to the next. */
export class Shell {
  readonly #folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-shell-"));
  readonly #bash: ChildProcess;
  #number = 0;

  constructor(cwd: string, environment: NodeJS.ProcessEnv) {
    // A group of its own, so that whatever it left running ends with it.
    this.#bash = spawn("bash", [], { cwd, env: environment, detached: true, stdio: ["pipe", "ignore", "ignore"] });
  }

  /** The first command that fails ends the block; its code is the outcome. */
  async run(commands: string): Promise<Outcome> {
    const number = ++this.#number;
    const script = path.join(this.#folder, `${number}.sh`);
    const ended = path.join(this.#folder, `${number}.code`);
    // A file holds all of it when the code is there; what comes through a pipe may come later.
    const printed = path.join(this.#folder, `${number}.out`);
    const lines = commands.trimEnd().split("\n");
    const stopping = lines.map((line) => (line === "" || line.endsWith("&") ? line : `${line} || return`));
    fs.writeFileSync(script, `${stopping.join("\n")}\n`);
    this.#bash.stdin?.write(
      `. ${script} < /dev/null > ${printed} 2>&1; echo $? > ${ended}.part; mv ${ended}.part ${ended}\n`,
    );
    while (!fs.existsSync(ended)) {
      if (this.#bash.exitCode !== null) {
        throw new Error(`bash has ended: ${fs.readFileSync(printed, "utf8")}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { code: Number(fs.readFileSync(ended, "utf8")), output: fs.readFileSync(printed, "utf8") };
  }

  /** Follows steps of a page, each of which has to work. Gives what the last ones printed. */
  async follow(steps: readonly Step[]): Promise<string> {
    let output = "";
    for (const step of steps) {
      if (step.type === "save") {
        const { output: folder } = await this.run("pwd");
        fs.writeFileSync(path.join(folder.trim(), step.file), step.text);
      } else {
        const outcome = await this.run(step.commands);
        output += outcome.output;
        if (outcome.code !== 0) {
          throw new Error(`code ${outcome.code} of\n${step.commands}\n${outcome.output}`);
        }
      }
    }
    return output;
  }

  stop(): void {
    if (this.#bash.pid !== undefined && this.#bash.exitCode === null) {
      process.kill(-this.#bash.pid, "SIGKILL");
    }
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}
