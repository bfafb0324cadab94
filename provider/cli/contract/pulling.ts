import type { ContractFile } from "../../binding/file/model";
import { LateProgress } from "../late-progress";
import type { VerbContext } from "../verb";
import { gather, problemWithFolder } from "./gather";
import { addressIn } from "./reach";
import { HaleconnectError } from "../../errors";
import { pull } from "../../binding/pulling/pull";
import type { Ranges } from "../../binding/pulling/ranges";

/** Where documents come from, and the contract file that a pull would write. Nothing is written. */
export async function pullFrom(
  { url, documents: folder }: { readonly url?: string; readonly documents?: string },
  { env, signal, terminal }: VerbContext,
): Promise<{
  readonly name: string;
  readonly content: ContractFile;
  readonly ranges: ReadonlyMap<string, Ranges>;
}> {
  const problem = folder === undefined ? undefined : problemWithFolder(folder);
  if (problem !== undefined) {
    throw new HaleconnectError("HC1007", { what: `--documents: ${problem}` });
  }
  const progress = new LateProgress(terminal.stderr, "Reading API documents");
  const documents = await gather({
    env,
    ...(url === undefined ? {} : { url }),
    ...(folder === undefined ? {} : { folder }),
    named: [],
    signal,
    advance: (name) => {
      progress.advance(name);
    },
  }).finally(() => {
    progress.end();
  });
  const server = addressIn(env, url) ?? "https://haleconnect.example";
  const { file, ranges } = pull(documents, { servers: [server], date: new Date().toISOString().slice(0, 10) });
  return { name: folder ?? server, content: file, ranges };
}
