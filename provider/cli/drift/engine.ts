import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ensureEngine } from "../../engine";
import { executableNames } from "../../engine/executables";
import { run, type RunResult } from "../../engine/run";
import type { VerbContext } from "../verb";

/** For whom the engine runs: with which environment, and until when. */
export type Asker = Pick<VerbContext, "env" | "signal">;

/** What a run of the engine is to do besides. */
export interface EngineRun {
  /** Takes each line of what the engine prints. */
  readonly onLine?: (line: string) => void;
  /** Takes what the engine prints as it comes. Nothing of it is kept. */
  readonly onPiece?: (piece: Uint8Array) => void;
  /** It writes, so a Ctrl-C lets it end what it has begun. */
  readonly writes?: boolean;
}

/** Runs `pulumi` in the folder of the program, on the selected stack or the one that is named. */
export async function pulumi(
  words: readonly string[],
  stack: string | undefined,
  { env, signal }: Asker,
  { onLine, onPiece, writes = false }: EngineRun = {},
): Promise<RunResult & { readonly command: string }> {
  const { directory } = await ensureEngine({ env, signal });
  const own = {
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // One document in place of a stream, whatever the environment asks Pulumi for.
    PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "false",
    // No colours, neither of Pulumi nor of the program.
    NO_COLOR: "1",
    FORCE_COLOR: "0",
  };
  const args = [...words, "--non-interactive", "--color=never", ...(stack === undefined ? [] : ["--stack", stack])];
  const result = await run(path.join(directory, executableNames().engine), args, {
    env: { ...env, ...own, PATH: `${directory}${path.delimiter}${env["PATH"] ?? ""}` },
    signal,
    ...(onLine === undefined ? {} : { onOutput: onLine }),
    ...(onPiece === undefined ? {} : { onPiece }),
    ...(writes ? { gently: true } : {}),
  });
  // Some colours come all the same: Pulumi's SDK asks Node for them when it shows an exception.
  return { ...result, complaint: stripVTControlCharacters(result.complaint), command: `pulumi ${args.join(" ")}` };
}
