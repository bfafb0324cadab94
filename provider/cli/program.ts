import { Command } from "commander";
import { emulator } from "./emulator";
import { setup } from "./setup";
import type { Surroundings, Verb } from "./verb";

const verbs: readonly Verb[] = [setup, emulator];

const help = `
A tenant is a Pulumi program that imports pulumi-haleconnect; plain pulumi up, preview, refresh and destroy run it.

Examples:
  haleconnect setup                        # which Pulumi engine is used, made if need be
  haleconnect emulator --data ./data       # a hale»connect of your own to try it on
  haleconnect <verb> --help                # more on one verb

Exit codes: 0 fine, 1 failed, 2 wrong usage or configuration, 3 login refused, 4 server unreachable, 7 drift.
`;

/** The whole command. It never ends the process by itself: what commander would end with is thrown. */
export function createProgram(version: string, surroundings: Surroundings): Command {
  const { terminal } = surroundings;
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
    .exitOverride();
  for (const verb of verbs) {
    verb(program, surroundings);
  }
  return program;
}
