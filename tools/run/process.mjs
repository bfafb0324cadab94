import { AsyncLocalStorage } from "node:async_hooks";
import { spawn } from "node:child_process";
import path from "node:path";
import { readFileSync } from "node:fs";

export const root = path.resolve(import.meta.dirname, "..", "..");

/** A step did not work; `code` is what the whole command ends with. */
export class StepFailed extends Error {
  constructor(message, code = 1, signal = null) {
    super(message);
    this.code = code;
    this.signal = signal;
  }
}

/** Ends as the failed step did; by the same signal, so that a shell knows that somebody pressed Ctrl-C. */
export function end({ code, signal }) {
  process.exitCode = signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : code;
}

export function heading(text) {
  write(`\n── ${text} ${"─".repeat(Math.max(0, 70 - text.length))}\n`);
}

/** What a lane has printed so far; outside of lanes there is none. */
const laneOutput = new AsyncLocalStorage();

/**
 * Does things at the same time. Each keeps what it prints until it ends, so that the lines of two do not mix. All of
 * them end before the first failure is told.
 */
export async function inLanes(...lanes) {
  const ends = await Promise.allSettled(
    lanes.map((lane) => {
      const output = [];
      return laneOutput.run(output, lane).finally(() => process.stderr.write(output.join("")));
    }),
  );
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed !== undefined) {
    throw failed.reason;
  }
}

function write(text) {
  const output = laneOutput.getStore();
  if (output === undefined) {
    process.stderr.write(text);
  } else {
    output.push(text);
  }
}

/**
 * Runs a command with this terminal. Ctrl-C reaches the command by itself; this process waits for its end, so that
 * nothing goes on in the background. With `capture` its standard output is the answer.
 */
export async function run(what, command, args, { env = process.env, cwd = root, capture = false } = {}) {
  const lane = laneOutput.getStore();
  const shown = lane === undefined ? "inherit" : "pipe";
  const child = spawn(command, args, { cwd, env, stdio: ["inherit", capture ? "pipe" : shown, shown] });
  const wait = () => undefined;
  const pass = () => child.kill("SIGTERM");
  process.on("SIGINT", wait).on("SIGTERM", pass);
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => (capture ? (output += text) : lane.push(text)));
  child.stderr?.setEncoding("utf8").on("data", (text) => lane.push(text));
  try {
    const [code, signal] = await new Promise((resolve, reject) => {
      child.once("error", reject).once("close", (...status) => resolve(status));
    });
    if (code !== 0) {
      throw new StepFailed(`${what} failed`, code ?? 1, signal);
    }
    return output;
  } catch (error) {
    throw error instanceof StepFailed ? error : new StepFailed(`${what} could not start: ${error.message}`);
  } finally {
    process.off("SIGINT", wait).off("SIGTERM", pass);
  }
}

/** Runs the npm that runs us, or the one on PATH. */
export function npm(what, args, options) {
  const own = process.env.npm_execpath;
  return own === undefined
    ? run(what, process.platform === "win32" ? "npm.cmd" : "npm", args, options)
    : run(what, process.execPath, [own, ...args], options);
}

/** Runs the command of an installed package. */
export function tool(what, dependency, args, options) {
  const folder = path.join(root, "node_modules", dependency);
  const { name, bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const script = typeof bin === "string" ? bin : (bin[name] ?? Object.values(bin)[0]);
  return run(what, process.execPath, [path.join(folder, script), ...args], options);
}
