import { Option, type Command } from "commander";
import { exitCodes } from "../exit-codes";
import type { Terminal } from "../terminal";
import { STACK_OPTION, type Verb, type VerbContext } from "../verb";
import type { Report } from "./checking/report-type";

const help = `
The command says for each kind whether it can be read, created, updated and deleted on a server:
  works        nothing stands in the way
  partly       it works, except for the fields that are named; if a program declares one, the run stops before it writes
  unconfirmed  it would work, but a person first has to confirm operations in the contract file. Until then, the provider
               sends only the reads. If such a read does not show an object, the provider does not treat it as deleted
  cannot       the server has no operation for it

It reads the contract file that a run would use. Without one, it reads the server's own documents, as
\`haleconnect contract pull\` does, and writes nothing. If you name a file and documents, it compares them.
An operation that the server changed since the pull then counts as unconfirmed.

Examples:
  haleconnect contract check                                 # everything, by the contract file in force
  haleconnect contract check --kinds Organisation,User       # only what these kinds need
  pulumi stack export | haleconnect contract check --state - # only what this stack needs, field by field
  haleconnect contract check --url https://haleconnect.example --format markdown
  haleconnect contract check haleconnect.contract.yaml --url https://haleconnect.example   # has the server changed?

docs/haleconnect.contract-check.schema.json of the package describes what --format json prints.

Exit codes:
  0    everything that is needed works
  1    something is missing, or still to be confirmed, or in a document that could not be compared
  2    wrong usage, or the contract file has an error
  3    login refused
  4    server unreachable
`;

interface Options {
  readonly url?: string;
  readonly stack?: string;
  readonly documents?: string;
  readonly kinds?: string;
  readonly state?: string;
  readonly format: "text" | "json" | "markdown";
}

export const check: Verb = (program, context) => {
  const command = program
    .command("check")
    .description("say what works on a server, kind by kind")
    .argument("[file]", "a contract file; default: the one that a run would use")
    .option("--url <address>", "read the documents of this server")
    .option("--stack <name>", STACK_OPTION)
    .option("--documents <folder>", "read saved documents")
    .option("--kinds <names>", "only these kinds, with commas in between")
    .option("--state <file>", "only what a stack needs: the output of `pulumi stack export`, or - for standard input")
    .addOption(
      new Option("--format <form>", "how to print the result").choices(["text", "json", "markdown"]).default("text"),
    )
    .addHelpText("after", help);
  command.action((file: string | undefined, options: Options) => run(command, file, options, context));
};

async function run(command: Command, file: string | undefined, options: Options, given: VerbContext): Promise<void> {
  const { inStack } = require("../in-stack") as typeof import("../in-stack");
  const context = inStack(given, options);
  const { ContractInForce } = require("../../binding/in-force") as typeof import("../../binding/in-force");
  const { needsByName, needsOfStack } = require("./checking/needs") as typeof import("./checking/needs");
  const { reportOn } = require("./checking/kind-report") as typeof import("./checking/kind-report");
  const { reportOnOperations } = require("./checking/operation-report") as typeof import("./checking/operation-report");
  const { allWorks, notComparedIn } = require("./checking/show") as typeof import("./checking/show");
  const { sourceOf } = require("./checking/source") as typeof import("./checking/source");
  const needs = options.state === undefined ? needsByName(options.kinds) : needsOfStack(options.state);
  const { name, content, ranges, changed, notCompared } = await sourceOf(file, options, context, (problem) =>
    command.error(problem),
  );
  if (needs.length === 0) {
    context.terminal.warn("nothing of this provider is needed, so there is nothing to check");
  }
  const contract = new ContractInForce(name, content);
  const kinds = needs.map(({ kind, fields }) => reportOn(kind, contract, fields));
  const operations = reportOnOperations(content, ranges);
  print({ source: name, kinds, operations, changed, notCompared }, options, context.terminal);
  if (!allWorks(kinds, options.state !== undefined) || notComparedIn(notCompared, kinds, content).length > 0) {
    process.exitCode = exitCodes.failure;
  }
}

function print(report: Report, { format }: Options, terminal: Terminal): void {
  const { inMarkdown, inText } = require("./checking/show") as typeof import("./checking/show");
  switch (format) {
    case "json":
      terminal.json(report);
      return;
    case "markdown":
      terminal.result(inMarkdown(report));
      return;
    case "text":
      terminal.result(inText(report, terminal.colours));
  }
}
