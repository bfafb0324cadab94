import { spawn } from "node:child_process";

export interface RunOptions {
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Takes each line that the process writes to its error stream. */
  readonly onLine?: (line: string) => void;
  /** Takes each line that the process writes to its output. */
  readonly onOutput?: (line: string) => void;
  /** Takes the output of the process as it comes. Then the result has none of it. */
  readonly onPiece?: (piece: Uint8Array) => void;
  /** On an abort the process gets one SIGINT and ends its work, as Pulumi does: what it has begun, it finishes and keeps. */
  readonly gently?: boolean;
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  /** The end of what was written to the error stream. */
  readonly complaint: string;
}

/** `go build` of the engine writes thousands of lines; only the last ones say what went wrong. */
const keptLines = 20;

/**
 * Runs a command to its end. On an abort the whole process group is ended, since compilers are grandchildren, and the
 * abort's reason is thrown once all of it is gone.
 */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  options.signal.throwIfAborted();
  const ownGroup = process.platform !== "win32";
  const child = spawn(command, args, { cwd: options.cwd, env: options.env, detached: ownGroup, windowsHide: true });
  const kill = (): void => {
    end(child.pid, ownGroup, options.gently === true);
  };
  options.signal.addEventListener("abort", kill, { once: true });
  child.stdin.end();
  let stdout = "";
  if (options.onPiece === undefined) {
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  } else {
    child.stdout.on("data", options.onPiece);
  }
  if (options.onOutput !== undefined) {
    eachLine(child.stdout, options.onOutput);
  }
  const last: string[] = [];
  eachLine(child.stderr, (line) => {
    last.push(line);
    last.splice(0, last.length - keptLines);
    options.onLine?.(line);
  });
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (status) => {
        resolve(status ?? 1);
      });
    });
    options.signal.throwIfAborted();
    return { code, stdout, complaint: last.join("\n") };
  } finally {
    options.signal.removeEventListener("abort", kill);
  }
}

/** A compiler is ended with its children. What ends gently passes the word on itself; on Windows Ctrl-C reaches it anyway. */
function end(pid: number | undefined, ownGroup: boolean, gently: boolean): void {
  if (pid === undefined || (gently && !ownGroup)) {
    return;
  }
  try {
    process.kill(ownGroup && !gently ? -pid : pid, gently ? "SIGINT" : "SIGTERM");
  } catch {
    // It ended by itself in the meantime.
  }
}

function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? "";
    lines.forEach(take);
  });
  stream.on("end", () => {
    if (rest !== "") {
      take(rest);
    }
  });
}
