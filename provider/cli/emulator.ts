import { InvalidArgumentError } from "commander";
import type { Emulator } from "../../emulator";
import type { VerbContext, Verb } from "./verb";

const help = `
The command starts a small hale»connect on this machine, and prints its address and the login of an administrator.
At first it holds one root organisation, the operator's. The password is random, unless you set
HALECONNECT_EMULATOR_PASSWORD. Ctrl-C stops the emulator.

With --contract it has the API that a contract file describes (docs/contract-file.md): its paths, names, values, pages,
errors and documents. A program uses the same file, so you can try the file before you touch the real server. At the
start, the command lists what it cannot serve as the file says, with the line of the file.

With --roles it has other roles: FILE is a roles.json as the platform has it, in JSON or YAML.

With --single-sign-on nobody logs in with a password, as where an identity provider signs people in. The command prints a
token of the administrator instead. POST /_emulator/sign-in with {"username": …, "roles": {"<organisation>": "<role>"}} gives
a token of any user. The user then keeps these roles: each further sign-in sets them again.

Examples:
  haleconnect emulator                              # in memory, on a free port
  haleconnect emulator --port 8620 --data ./data    # on a fixed port, and with data that stays
  haleconnect emulator --json                       # {"url":…,"username":…,"password":…} for a script
  haleconnect emulator --roles roles.json            # with the roles of another installation
  haleconnect emulator --contract haleconnect.contract.yaml   # rehearse a contract file

Exit codes:
  0  stopped by Ctrl-C or SIGTERM
  1  the emulator cannot start: for instance the port is taken, or the roles file has an error
  2  wrong usage, or a contract file with an error
`;

interface Options {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly json?: boolean;
  readonly contract?: string;
  readonly roles?: string;
  readonly singleSignOn?: boolean;
  readonly severalRoles?: boolean;
}

export const emulator: Verb = (program, context) => {
  program
    .command("emulator")
    .description("run an embedded hale»connect to try programs on")
    .option("--port <number>", "port to listen on; 0 takes any free port", port, 0)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--data <folder>", "folder that keeps all data; without it all data is gone when the emulator stops")
    .option("--contract <file>", "serve the API as this contract file says")
    .option("--roles <file>", "use the roles of this file, in the form of the platform's roles.json")
    .option("--single-sign-on", "refuse logins with a password, as where an identity provider signs people in")
    .option("--several-roles", "let a user have several roles in one organisation")
    .option("--json", "print the address and the login as one line of JSON")
    .addHelpText("after", help)
    .action((options: Options) => run(options, context));
};

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) {
    throw new InvalidArgumentError("Expected a whole number from 0 to 65535.");
  }
  return number;
}

/** Serves until it is told to stop, which is its normal end. */
async function run(options: Options, { terminal, signal }: VerbContext): Promise<void> {
  const { startEmulator } = require("../../emulator") as typeof import("../../emulator");
  if (!isLoopback(options.host)) {
    terminal.warn(`listening on ${options.host}, so other machines can reach it, and its traffic is not encrypted`);
  }
  const { data, json, host, contract, roles, singleSignOn, severalRoles } = options;
  const running = await startEmulator({
    port: options.port,
    host,
    ...(data === undefined ? {} : { dataDirectory: data }),
    ...(contract === undefined ? {} : { contract }),
    ...(roles === undefined ? {} : { roles }),
    ...(singleSignOn === undefined ? {} : { singleSignOn }),
    ...(severalRoles === undefined ? {} : { severalRoles }),
  });
  if (running.remarks.length > 0) {
    terminal.note(["Not all of the contract file can be tried:", ...running.remarks].join("\n  "));
  }
  if (json === true) {
    const { url, username, password, token } = running;
    terminal.json({
      url,
      username,
      ...(token === undefined ? { password } : { token }),
      ...(contract === undefined ? {} : { contract }),
    });
  } else {
    terminal.result(describe(running, options));
  }
  await aborted(signal);
  await running.close();
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);
}

function describe({ url, username, password, token }: Emulator, { data, contract, roles }: Options): string {
  return [
    `Embedded hale»connect: ${url}`,
    `  user name  ${username}`,
    token === undefined ? `  password   ${password}` : `  token      ${token}`,
    `  data       ${data ?? "in memory, gone when it stops"}`,
    `  API        ${url}/swagger/`,
    ...(roles === undefined ? [] : [`  roles      ${roles}`]),
    ...(contract === undefined ? [] : [`  contract   ${contract}; for programs: HALECONNECT_CONTRACT=${contract}`]),
    "Ctrl-C stops it.",
  ].join("\n");
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener("abort", () => {
      resolve();
    });
  });
}
