import type { Engine, Origin } from "../engine";
import { ProgressDisplay } from "./progress-display";
import type { Colours } from "./terminal";
import type { Surroundings, Verb } from "./verb";

const help = `
Looks, in this order, for
  1. pulumi on PATH, 3.254 or newer, with its Node.js language host
  2. the engine that an earlier set-up left in the cache directory
  3. Pulumi's official download
  4. Go, to build the engine from pinned modules: some minutes, once per machine

Examples:
  haleconnect setup
  export PATH="$(haleconnect setup --path):$PATH"   # the engine for this shell
  haleconnect setup --json
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

export const setup: Verb = (program, surroundings) => {
  program
    .command("setup")
    .description("find or make the Pulumi engine that this machine needs, and say which it is")
    .option("--json", "print {version, directory, origin} on one line")
    .option("--path", "print the engine's folder alone")
    .addHelpText("after", help)
    .action((options: Options) => run(options, surroundings));
};

async function run(options: Options, { terminal, env, signal }: Surroundings): Promise<void> {
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
