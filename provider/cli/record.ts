import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { contractFileFor } from "../binding/file/find";
import { HaleconnectError, fileTroubleInWords } from "../errors";
import { Interruption, type Verb, type VerbContext } from "./verb";

const help = `
The command runs another command, and records the platform's answers: one line of JSON for each call. Use it with your own
account on your own platform, and send the file to the project. The file shows how the platform's API really is.

A line holds the operation, the path without ids, the status and the names of the query parameters. Of the body and of the
answer it holds the shape: types and formats, never a value. --with-values keeps values, but no password, token, personal
name or e-mail address. The command does not recognise a name within a free text, so read such a file before you send it.

Everything after -- belongs to the other command. This command ends with the exit code of the other command.

Examples:
  haleconnect record -- pulumi refresh --yes              # only reads
  haleconnect record --to calls.jsonl -- pulumi up --yes  # into a file of your choice; lines are appended
  haleconnect contract verify haleconnect.recording.jsonl # compare the recording with the provider's models

Exit codes:
  those of the other command; 1 if it cannot be started, 2 for wrong usage
`;

interface Options {
  readonly to: string;
  readonly withValues?: boolean;
}

export const record: Verb = (program, context) => {
  program
    .command("record")
    .description("run a command and record its calls to the platform, without secrets, for `contract verify`")
    .usage("[options] -- <command...>")
    .argument("<command...>", "the command, with its arguments")
    .option("--to <file>", "file to which the command appends its lines", "haleconnect.recording.jsonl")
    .option("--with-values", "keep values, except secrets, personal names and e-mail addresses")
    .addHelpText("after", help)
    .action((command: string[], options: Options) => run(command, options, context));
};

async function run(command: readonly string[], options: Options, { terminal, env, signal }: VerbContext) {
  const file = path.resolve(options.to);
  const before = sizeOf(file);
  const code = await ended(
    command,
    {
      ...env,
      HALECONNECT_RECORD: file,
      ...(options.withValues === true ? { HALECONNECT_RECORD_VALUES: "1" } : {}),
    },
    signal,
  );
  const contract = contractFileFor(env["HALECONNECT_CONTRACT"], process.cwd());
  if (contract !== undefined) {
    terminal.note(`contract file: ${contract}`);
  }
  const calls = linesAfter(file, before);
  if (calls === 0) {
    terminal.warn(`nothing was recorded: the command made no call to a platform, or ${file} cannot be written`);
  } else {
    terminal.note(`recorded ${calls} ${calls === 1 ? "call" : "calls"}: ${file}`);
  }
  process.exitCode = code;
}

/** The exit code of the command, which shares this terminal. SIGINT reaches it by itself. */
function ended([name = "", ...args]: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { env, stdio: "inherit" });
    const passOn = (): void => {
      if (signal.reason instanceof Interruption && signal.reason.cause === "SIGTERM") {
        child.kill("SIGTERM");
      }
    };
    signal.addEventListener("abort", passOn, { once: true });
    child.once("error", (error) => {
      reject(new HaleconnectError("HC8201", { where: name, why: `${fileTroubleInWords(error)}.` }));
    });
    child.once("close", (code, killedBy) => {
      resolve(code ?? 128 + (killedBy === null ? 1 : os.constants.signals[killedBy]));
    });
  });
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function linesAfter(file: string, start: number): number {
  if (sizeOf(file) <= start) {
    return 0;
  }
  const text = fs.readFileSync(file).subarray(start).toString("latin1");
  return text.split("\n").length - 1;
}
