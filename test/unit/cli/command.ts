import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";

const main = path.resolve(__dirname, "..", "..", "..", "dist", "provider", "cli", "main.js");

/** The real `haleconnect`, as `npm test` built it, in a process of its own. */
export class RunningCommand {
  readonly #child: ChildProcess;
  readonly ended: Promise<number | string>;
  stdout = "";
  stderr = "";

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    this.#child = spawn(process.execPath, [main, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => (this.stdout += text));
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => (this.stderr += text));
    this.ended = new Promise((resolve) => {
      this.#child.once("close", (code, signal) => {
        resolve(code ?? signal ?? "");
      });
    });
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Waits until the command has written what the condition looks for, or has ended. */
  async until(condition: () => boolean): Promise<void> {
    const hasEnded = this.ended.then(() => true);
    const soon = (): Promise<boolean> => new Promise((resolve) => setTimeout(resolve, 10, false));
    while (!condition() && !(await Promise.race([hasEnded, soon()]))) {
      // Looks again.
    }
  }
}

export async function haleconnect(args: readonly string[], env?: NodeJS.ProcessEnv) {
  const command = new RunningCommand(args, env);
  const code = await command.ended;
  return { code, stdout: command.stdout, stderr: command.stderr };
}
