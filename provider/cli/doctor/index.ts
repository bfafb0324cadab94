import { Option } from "commander";
import { LateProgress } from "../late-progress";
import { STACK_OPTION, type Verb, type VerbContext } from "../verb";
import type { NamedFinding } from "./examine";

const help = `
The command checks everything that a run needs, from the settings to the journal, and changes nothing. It prints one line
for each check: ok, warning, error or skipped. Below a warning or an error it says what to do next. After an error it goes
on with the checks that are still possible. It reads the environment. In the folder of a Pulumi project, it also reads the
settings of the stack, except secrets. It never prints a password or a token. It logs in once.

Examples:
  haleconnect doctor                     # check the platform of HALECONNECT_URL
  haleconnect doctor --format json       # {"exit":0,"checks":[{"name":…,"status":…,"says":…}]} for a script

Exit codes:
  0    all checks are ok, or warnings
  1    a check found an error
  2    the settings are wrong or incomplete
  3    the server refuses the login
  4    the server is unreachable, or its certificate is not trusted
  130  stopped by Ctrl-C (SIGINT)
  143  stopped by SIGTERM
If several checks find an error, the first one decides.
`;

interface Options {
  readonly stack?: string;
  readonly format: "text" | "json";
}

export const doctor: Verb = (program, context) => {
  program
    .command("doctor")
    .description("check settings, connection, login, rights, documents, engine and journal")
    .option("--stack <name>", STACK_OPTION)
    .addOption(new Option("--format <form>", "how to print the findings").choices(["text", "json"]).default("text"))
    .addHelpText("after", help)
    .action((options: Options) => run(options, context));
};

async function run({ format, stack }: Options, { terminal, env, signal }: VerbContext): Promise<void> {
  const { examine } = require("./examine") as typeof import("./examine");
  const { exitOf, lineOf, summaryOf } = require("./report") as typeof import("./report");
  let progress: LateProgress | undefined;
  const found = (finding: NamedFinding): void => {
    progress?.end();
    if (format === "text") {
      terminal.result(lineOf(finding, terminal.colours));
    }
  };
  const begins = (name: string): void => {
    progress = new LateProgress(terminal.stderr, `Checking: ${name}`);
  };
  const { stackConfigOf } = require("../stack-config") as typeof import("../stack-config");
  const folder = process.cwd();
  const config = stackConfigOf(folder, stack);
  const given = { env, folder, signal, today: Date.now(), ...(config === undefined ? {} : { config }) };
  const findings = await examine(given, { begins, found }).finally(() => {
    progress?.end();
  });
  const exit = exitOf(findings);
  if (format === "json") {
    terminal.json({ exit, checks: findings.map(({ exit: _exit, ...finding }) => finding) });
  } else {
    terminal.result(summaryOf(findings));
  }
  process.exitCode = exit;
}
