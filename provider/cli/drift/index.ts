import { Option } from "commander";
import type { Verb, VerbContext } from "../verb";
import type { DriftOptions } from "./options";
import { keepHeapSmall } from "./small-heap";

const help = `
The command compares the live tenant with the state of a stack, and says what differs, field by field. It also finds what
nobody declared below the stack's organisations. It sends nothing but a login and GET requests, and writes nothing to the
platform, the state or the journal. Only with --issue does it write to your issue tracker. With --restore or --accept,
Pulumi repairs what drifted: the command shows what Pulumi will do, and asks you first. Run it in the folder of the
program. The settings of the stack count where the environment has none, except secrets.

Examples:
  haleconnect drift                                            # show what differs
  haleconnect drift --report markdown=drift.md --report junit=drift.xml   # for a pipeline
  haleconnect drift --fail-on changed,missing                  # report everything, but fail only for these
  haleconnect drift --root 12 --min-coverage 90                # also search below organisation 12
  haleconnect drift --desired                                  # also report what is declared and not deployed yet
  haleconnect drift --restore                                  # set the declared values again
  haleconnect drift --accept --target 'urn:pulumi:…'           # accept what is on the platform, for one resource
  haleconnect drift --issue gitlab                             # keep one issue about the drift, from a pipeline
  haleconnect drift --write-ignore                             # write ignore rules for the present drift
  pulumi stack export | haleconnect drift --state -            # a state from elsewhere

Exit codes:
  0    in sync, or repaired
  1    not everything could be checked, something was not repaired, or another failure
  2    wrong usage or configuration, or nothing to compare
  3    the server refuses the login
  4    the server is unreachable
  7    drift
  130  stopped by Ctrl-C (SIGINT)
  143  stopped by SIGTERM
`;

const many = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export const drift: Verb = (program, context) => {
  program
    .command("drift")
    .description("compare the live tenant with the state of a stack")
    .option("--stack <name>", "the stack; default: the selected one")
    .option("--cwd <folder>", "the folder of the program")
    .option("--state <file>", "an exported state instead of the stack, or - for standard input")
    .option("--kind <names>", "only these kinds, with commas in between", many, [])
    .option("--target <urn>", "only this resource; may be repeated", many, [])
    .option("--root <id>", "also look for undeclared objects below this organisation; may be repeated", many, [])
    .option("--min-coverage <percent>", "fail if a smaller part of the tenant is declared")
    .option(
      "--fail-on <types>",
      "the types of findings that count: changed, missing, unmanaged, permission, file, expired, pending, or none; default: all but unmanaged and pending",
    )
    .addOption(new Option("--format <form>", "how to print the report").default("text"))
    .option("--report <form=file>", "write a report to a file as well; may be repeated", many, [])
    .option(
      "--ignore <file>",
      "file with rules that say what is no drift; default: haleconnect.drift.yaml, if it exists",
    )
    .option("--write-ignore", "write an ignore file from the present findings, unless the file exists")
    .option("--desired", "also run the preview of the program, and report what is declared and not deployed yet")
    .option("--restore", "let Pulumi set the declared values again, only of the resources that drifted")
    .option("--accept", "let Pulumi write the present values into the state, only of the resources that drifted")
    .option("--yes", "with --restore or --accept: do not ask")
    .option("--issue <tracker>", "keep one issue about the drift: github or gitlab, with the variables of the pipeline")
    .addHelpText("after", help)
    .action((options: DriftOptions) => run(options, context));
};

async function run(options: DriftOptions, context: VerbContext): Promise<void> {
  keepHeapSmall();
  const { check } = require("./check") as typeof import("./check");
  process.exitCode = await check(options, context);
}
