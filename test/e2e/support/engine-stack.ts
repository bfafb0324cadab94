export interface CommandResult {
  readonly code: number;
  /** Both streams, one after the other. */
  readonly output: string;
  readonly stdout: string;
}

/** How many resources a run treated in each way, in the engine's words: `{ create: 1, same: 2 }`. */
export type ResourceChanges = Readonly<Record<string, number>>;

export interface EngineRun {
  readonly stdout: string;
  readonly summary: { readonly resourceChanges: ResourceChanges };
}

export interface Output {
  readonly value: unknown;
  readonly secret: boolean;
}

/** A state as `pulumi stack export --show-secrets` prints it. */
export interface Exported {
  readonly deployment: Readonly<Record<string, unknown>>;
}

export interface RunOptions {
  readonly refresh?: boolean;
  readonly runProgram?: boolean;
}

/** What the summary of a run, or of a preview, calls each way, and what the engine calls it. */
const ways: ReadonlyMap<string, string> = new Map([
  ...[
    ["created", "create"],
    ["updated", "update"],
    ["replaced", "replace"],
    ["deleted", "delete"],
    ["imported", "import"],
  ].flatMap(([done = "", way = ""]) => [[done, way] as const, [way, way] as const]),
  ["unchanged", "same"],
]);

/**
 * The selected stack, driven by plain commands. Pulumi's automation API does the same with five commands for each run, and
 * each of them derives the key of the passphrase anew.
 */
export class EngineStack {
  constructor(private readonly pulumi: (args: readonly string[]) => Promise<CommandResult>) {}

  up(options: RunOptions = {}): Promise<EngineRun> {
    return this.#run("up", options);
  }

  refresh(): Promise<EngineRun> {
    return this.#run("refresh", {});
  }

  destroy(): Promise<EngineRun> {
    return this.#run("destroy", {});
  }

  async exportStack(): Promise<Exported> {
    return JSON.parse(await this.#succeeded(["stack", "export", "--show-secrets"])) as Exported;
  }

  async preview(): Promise<ResourceChanges> {
    return changesIn(await this.#succeeded(["preview", "--non-interactive", "--color=never"]));
  }

  /** The outputs of the program, with the values of secrets. */
  async outputs(): Promise<Readonly<Record<string, Output>>> {
    const masked = JSON.parse(await this.#succeeded(["stack", "output", "--json"])) as Record<string, unknown>;
    const plain = JSON.parse(await this.#succeeded(["stack", "output", "--json", "--show-secrets"])) as typeof masked;
    return Object.fromEntries(
      Object.entries(plain).map(([name, value]) => [name, { value, secret: masked[name] === "[secret]" }]),
    );
  }

  async #run(verb: "up" | "refresh" | "destroy", { refresh, runProgram }: RunOptions): Promise<EngineRun> {
    const flags = [...(refresh === true ? ["--refresh"] : []), ...(runProgram === true ? ["--run-program"] : [])];
    const stdout = await this.#succeeded([
      verb,
      "--yes",
      "--skip-preview",
      "--non-interactive",
      "--color=never",
      ...flags,
    ]);
    return { stdout, summary: { resourceChanges: changesIn(stdout) } };
  }

  async #succeeded(args: readonly string[]): Promise<string> {
    const { code, output, stdout } = await this.pulumi(args);
    if (code !== 0) {
      throw new Error(`\`pulumi ${args.join(" ")}\` ends with ${code}:\n${output}`);
    }
    return stdout;
  }
}

/** `Resources:` and below it `+ 2 created` and `1 unchanged`, or `+ 2 to create` in a preview. */
function changesIn(printed: string): ResourceChanges {
  const [, lines = ""] = /^Resources:\n((?: {4}.*\n)*)/m.exec(printed) ?? [];
  return Object.fromEntries(
    [...lines.matchAll(/(\d+) (?:to )?(\w+)/g)].flatMap(([, count, word = ""]) => {
      const way = ways.get(word);
      return way === undefined ? [] : [[way, Number(count)]];
    }),
  ) as ResourceChanges;
}
