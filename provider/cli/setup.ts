import type { Engine, Origin } from "../engine";
import { ProgressDisplay } from "./progress-display";
import type { Colours } from "./terminal";
import type { VerbContext, Verb } from "./verb";

const help = `
Pulumi programs need an engine. This command takes the first one that it can get:
  1. pulumi on PATH, 3.254 or newer, with its Node.js language host
  2. the engine that an earlier setup left in the cache directory
  3. Pulumi's official download
  4. an engine built from pinned modules, if Go is there: this takes some minutes, once per machine

Examples:
  haleconnect setup                                 # say which engine it is, and where
  export PATH="$(haleconnect setup --path):$PATH"   # use the engine in this shell
  haleconnect setup --json                          # {"version":…,"directory":…,"origin":…} for a script

Exit codes:
  0    the engine is there
  1    no engine was found, and none could be installed
  2    wrong usage
  130  stopped by Ctrl-C (SIGINT)
  143  stopped by SIGTERM
`;

const origins: Readonly<Record<Origin, string>> = {
  path: "found on PATH",
  cache: "from the cache",
  download: "downloaded from Pulumi",
  build: "built from its Go modules",
};

interface Options {
  readonly json?: boolean;
  readonly path?: boolean;
}

export const setup: Verb = (program, context) => {
  program
    .command("setup")
    .description("find the Pulumi engine, or install it, and say where it is")
    .option("--json", "print version, directory and origin as one line of JSON")
    .option("--path", "print only the engine's folder")
    .addHelpText("after", help)
    .action((options: Options) => run(options, context));
};

async function run(options: Options, { terminal, env, signal }: VerbContext): Promise<void> {
  const { ensureEngine } = require("../engine") as typeof import("../engine");
  const progress = new ProgressDisplay(terminal.stderr);
  const engine = await ensureEngine({ env, progress, signal }).finally(() => {
    progress.end();
  });
  if (options.json === true) {
    terminal.json(engine);
  } else {
    terminal.result(options.path === true ? engine.directory : describe(engine, terminal.colours));
  }
}

function describe({ version, directory, origin }: Engine, { bold, dim }: Colours): string {
  const isOnPath = origin === "path";
  const advice = isOnPath ? [] : [`${dim("for this shell:")} export PATH="${directory}:$PATH"`];
  return [`${bold(`Pulumi ${version}`)}, ${origins[origin]}: ${directory}`, ...advice].join("\n");
}
