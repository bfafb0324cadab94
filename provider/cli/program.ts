import { Command } from "commander";
import { contract } from "./contract";
import { doctor } from "./doctor";
import { drift } from "./drift";
import { refuseEmptyValues } from "./empty-values";
import { emulator } from "./emulator";
import { record } from "./record";
import { report } from "./report";
import { setup } from "./setup";
import type { VerbContext, Verb } from "./verb";

const verbs: readonly Verb[] = [setup, doctor, contract, drift, emulator, record, report];

const help = `
You describe a tenant in a Pulumi program that imports pulumi-haleconnect. You run it with Pulumi's own commands:
pulumi preview, up, refresh and destroy. The commands of haleconnect prepare a machine for that, and look
for drift.

Examples:
  haleconnect setup                        # find or install the Pulumi engine
  haleconnect doctor                       # check settings, connection, login and rights
  haleconnect contract pull                # bind the provider to the API of your platform
  haleconnect drift                        # compare the live tenant with the state of the stack
  haleconnect emulator --data ./data       # start a hale»connect of your own to try a program on
  haleconnect record -- pulumi refresh     # keep how the platform answers, without secrets
  haleconnect report usage --format csv    # print what the platform reports
  haleconnect setup --help                 # explain one command

Exit codes:
  0    success
  1    failure
  2    wrong usage or configuration
  3    login refused
  4    server unreachable
  7    drift
  130  stopped by Ctrl-C (SIGINT)
  143  stopped by SIGTERM
`;

/** The whole command. It never ends the process by itself: what commander would end with is thrown. */
export function createProgram(version: string, context: VerbContext): Command {
  const { terminal } = context;
  const program = new Command("haleconnect")
    .description("hale»connect tenants as code")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", help)
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: (text) => {
        terminal.fail(text.replace(/^error: /, "").trimEnd());
      },
      getOutHasColors: () => terminal.stdout.isTTY === true,
      getErrHasColors: () => terminal.stderr.isTTY === true,
    })
    .exitOverride()
    .hook("preAction", (_program, command) => {
      refuseEmptyValues(command);
    });
  for (const verb of verbs) {
    verb(program, context);
  }
  return program;
}
