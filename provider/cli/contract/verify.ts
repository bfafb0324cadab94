import { Option } from "commander";
import { exitCodes } from "../exit-codes";
import type { Verb, VerbContext } from "../verb";

const help = `
The command reads a recording of \`haleconnect record\`, and compares every answer with the model of its operation. It sends
nothing. For each operation it says how often it was called, with which statuses, and how its answers differ:

  missing      the model needs the field, and some answers lack it
  other type   the field has another form than in the model
  other value  the field has a value that the model's enumeration lacks
  unknown      the model does not have the field; this does no harm, and does not count as a difference

It also says which statements about the operation the recording proves: \`designed\` and \`implied\` become \`certain\`. The
answers of an embedded hale»connect, and those that a contract file translated, prove nothing.

Examples:
  haleconnect contract verify haleconnect.recording.jsonl
  haleconnect contract verify --format json calls.jsonl > verdict.json

Exit codes:
  0  every answer agrees with its model
  1  at least one answer differs
  2  the file cannot be read, or holds no recording; or wrong usage
`;

interface Options {
  readonly format: "text" | "json";
}

export const verify: Verb = (program, context) => {
  program
    .command("verify")
    .description("compare a recording of `haleconnect record` with the provider's models")
    .argument("<file>", "the recording")
    .addOption(new Option("--format <form>", "how to print the verdict").choices(["text", "json"]).default("text"))
    .addHelpText("after", help)
    .action((file: string, options: Options) => run(file, options, context));
};

async function run(file: string, { format }: Options, { terminal, signal }: VerbContext): Promise<void> {
  const { readRecording } = require("./verifying/read") as typeof import("./verifying/read");
  const { textOf } = require("./verifying/report") as typeof import("./verifying/report");
  const verdict = await readRecording(file, signal);
  if (format === "json") {
    terminal.json(verdict);
  } else {
    terminal.result(textOf(verdict, terminal.colours));
  }
  process.exitCode = verdict.agrees ? exitCodes.inSync : exitCodes.failure;
}
