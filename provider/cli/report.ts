import { Option, type Command } from "commander";
import { formats, subjects, type ReportOptions, type Subject } from "./reports/options";
import { STACK_OPTION, type Verb, type VerbContext } from "./verb";

const help = `
The reports of the platform, for you or for a script. A table is for people. CSV and JSON are for files and scripts: CSV
has every column of the table, and JSON one object for each line.

  usage       calls of the services of datasets, by dataset and type of service
  capacity    data volume and capacity points of the organisations that you manage
  validation  what the last validation of each dataset found

In the folder of a Pulumi project, the settings of its stack count where the environment has none, except secrets.

Ids are those of the provider: 599 for an organisation, data/org.599.abe0849a-… for a dataset. Days are in UTC. The first
and the last day belong to the period. Without a period, the report is about the last year.

Examples:
  haleconnect report usage --from 2026-01-01 --to 2026-03-31        # how much the services were used in a quarter
  haleconnect report capacity --organisation 599 --format csv       # for a spreadsheet
  haleconnect report validation --organisation 599 --format json    # for a script
  haleconnect report validation --dataset data/org.599.abe0849a-…   # one dataset, with every finding

Exit codes:
  0    the report was printed, whatever it says
  1    failure
  2    wrong usage or configuration, such as a period that ends before it begins
  3    login refused
  4    server unreachable
  130  stopped by Ctrl-C (SIGINT)
  143  stopped by SIGTERM
`;

export const report: Verb = (program, context) => {
  const group = program
    .command("report")
    .description("print what the platform reports: usage, capacity, validation")
    .addHelpText("after", help);
  for (const [subject, description] of Object.entries(subjects) as [Subject, string][]) {
    const command = group.command(subject).description(`print ${description}`).addHelpText("after", help);
    withOptions(command, subject).action((options: ReportOptions) => run(subject, options, context));
  }
};

function withOptions(command: Command, subject: Subject): Command {
  command
    .addOption(new Option("--format <form>", "how to print the report").choices(formats).default("table"))
    .option("--organisation <id>", "only of this organisation")
    .option("--stack <name>", STACK_OPTION);
  if (subject !== "capacity") {
    command.option("--dataset <id>", "only of this dataset");
  }
  return subject === "validation"
    ? command
    : command
        .option("--from <date>", "first day of the period, YYYY-MM-DD")
        .option("--to <date>", "last day of the period, YYYY-MM-DD; default: today");
}

async function run(subject: Subject, options: ReportOptions, given: VerbContext): Promise<void> {
  const { inStack, warnOfMissingSecrets } = require("./in-stack") as typeof import("./in-stack");
  const context = inStack(given, options);
  const { terminal, env, signal } = context;
  warnOfMissingSecrets(context);
  const { createClient, readSettings } = require("../client") as typeof import("../client");
  const { lookUpReports } = require("../functions/reports/look-up") as typeof import("../functions/reports/look-up");
  const { printed } = require("./reports/print") as typeof import("./reports/print");
  const client = createClient(readSettings(env));
  const interrupted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
  });
  try {
    const text = await Promise.race([printed(subject, options, lookUpReports(client)), interrupted]);
    terminal.result(text.replace(/\r?\n$/, ""));
    const contract = await client.contract();
    if (contract !== undefined) {
      terminal.note(`contract file: ${contract.file}`);
    }
  } finally {
    client.close();
  }
}
