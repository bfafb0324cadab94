import { Option } from "commander";
import type { Verb, VerbContext } from "../verb";
import type { DriftOptions } from "./options";

const help = `
The command compares the live tenant with the state of a stack, and says what differs, field by field. It also finds what
nobody declared below the stack's organisations. It sends nothing but a login and GET requests, and writes nothing to the
platform, the state or the journal. Only with --issue does it write to your issue tracker. With --restore or --accept
Pulumi puts in order what drifted: the command shows what it will do, and asks. Run it in the folder of the program. It
takes the settings from the environment, and plain ones from the configuration of the stack.

Examples:
  haleconnect drift                                            # look, and show what differs
  haleconnect drift --report markdown=drift.md --report junit=drift.xml   # for a pipeline
  haleconnect drift --fail-on changed,missing                  # tell the rest, but fail for these alone
  haleconnect drift --root 12 --min-coverage 90                # look below organisation 12 too
  haleconnect drift --desired                                  # tell also what the program declares and nobody deployed
  haleconnect drift --restore                                  # bring what drifted back to what is declared
  haleconnect drift --accept --target 'urn:pulumi:…'           # take over what is on the platform, for one resource
  haleconnect drift --issue gitlab                             # keep one issue about it, from a pipeline
  haleconnect drift --write-ignore                             # begin with a tenant that has a history
  pulumi stack export | haleconnect drift --state -            # a state from elsewhere

Exit codes:
  0    in sync, or put in order
  1    not everything could be looked at, something was not put in order, or another failure
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
    .option("--min-coverage <percent>", "fail if less of the tenant is declared")
    .option(
      "--fail-on <types>",
      "the types of findings that count: changed, missing, unmanaged, permission, file, expired, pending, or none; default: all but unmanaged and pending",
    )
    .addOption(new Option("--format <form>", "how to print the report").default("text"))
    .option("--report <form=file>", "write a report to a file as well; may be repeated", many, [])
    .option("--ignore <file>", "rules for what is no drift; default: haleconnect.drift.yaml, if it is there")
    .option("--write-ignore", "write the ignore file from today's findings, unless there is one")
    .option("--desired", "run the program's preview too, and tell what is declared and not deployed yet")
    .option("--restore", "let Pulumi bring just the resources that drifted back to what is declared")
    .option("--accept", "let Pulumi take what is there into the state, for just the resources that drifted")
    .option("--yes", "with --restore or --accept: do not ask")
    .option("--issue <tracker>", "keep one issue about the drift: github or gitlab, with the variables of the pipeline")
    .addHelpText("after", help)
    .action((options: DriftOptions) => run(options, context));
};

async function run(options: DriftOptions, context: VerbContext): Promise<void> {
  const { check } = require("./check") as typeof import("./check");
  process.exitCode = await check(options, context);
}
