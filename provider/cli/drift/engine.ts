import path from "node:path";
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
  // One document in place of a stream, whatever the environment asks Pulumi for.
  const own = { PULUMI_SKIP_UPDATE_CHECK: "true", PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "false" };
  const args = [...words, "--non-interactive", ...(stack === undefined ? [] : ["--stack", stack])];
  const result = await run(path.join(directory, executableNames().engine), args, {
    env: { ...env, ...own, PATH: `${directory}${path.delimiter}${env["PATH"] ?? ""}` },
    signal,
    ...(onLine === undefined ? {} : { onOutput: onLine }),
    ...(onPiece === undefined ? {} : { onPiece }),
    ...(writes ? { gently: true } : {}),
  });
  return { ...result, command: `pulumi ${args.join(" ")}` };
}
