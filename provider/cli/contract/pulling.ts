import type { ApiDocument } from "../../binding/documents";
import type { ContractFile } from "../../binding/file/model";
import type { VerbContext } from "../verb";
import { problemWithFolder } from "./gather";
import { gatherVisibly } from "./gather-visibly";
import { UNKNOWN_SERVER, addressIn } from "./reach";
import { HaleconnectError } from "../../errors";
import { pull, readDocuments } from "../../binding/pulling/pull";
import { rangesIn, type Ranges } from "../../binding/pulling/ranges";

export interface PulledNow {
  readonly name: string;
  readonly content: ContractFile;
  readonly ranges: ReadonlyMap<string, Ranges>;
  readonly documents: readonly ApiDocument[];
}

/** Where documents come from, and the contract file that a pull would write. Nothing is written. */
export async function pullFrom(
  { url, documents: folder }: { readonly url?: string; readonly documents?: string },
  context: VerbContext,
  before?: ContractFile,
): Promise<PulledNow> {
  const problem = folder === undefined ? undefined : problemWithFolder(folder);
  if (problem !== undefined) {
    throw new HaleconnectError("HC1007", { what: `--documents: ${problem}` });
  }
  const documents = await gatherVisibly(
    {
      ...(url === undefined ? {} : { url }),
      ...(folder === undefined ? {} : { folder }),
      named: [],
      ...(before === undefined ? {} : { before }),
    },
    context,
  );
  const server = addressIn(context.env, url) ?? UNKNOWN_SERVER;
  const { file, matches } = pull(documents, { servers: [server], date: new Date().toISOString().slice(0, 10) });
  return {
    name: folder ?? server,
    content: file,
    ranges: rangesIn(matches),
    documents: readDocuments(documents),
  };
}
