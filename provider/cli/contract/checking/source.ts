import { contractFileFor } from "../../../binding/file/find";
import type { ContractFile } from "../../../binding/file/model";
import { readContractFile } from "../../../binding/file/read";
import { isForServer, originsIn } from "../../../binding/file/servers";
import { changedSince, type ChangedDocument } from "../../../binding/pulling/holding/since";
import { merge } from "../../../binding/pulling/merge";
import type { Ranges } from "../../../binding/pulling/ranges";
import { HaleconnectError } from "../../../errors";
import type { VerbContext } from "../../verb";
import { pullFrom } from "../pulling";
import { addressIn } from "../reach";

/** What a check looks at. */
export interface SourceRead {
  readonly name: string;
  readonly content: ContractFile;
  readonly ranges?: ReadonlyMap<string, Ranges>;
  /** Documents that are others than when the contract file was pulled. */
  readonly changed: readonly ChangedDocument[];
  /** Documents of the contract file that were not read, so that nobody knows what changed in them. */
  readonly notCompared: readonly string[];
}

export interface Wanted {
  readonly url?: string;
  readonly documents?: string;
}

/** The contract file, the documents, or the file as the documents of today leave it. */
export async function sourceOf(
  given: string | undefined,
  asked: Wanted,
  context: VerbContext,
  refuse: (problem: string) => never,
): Promise<SourceRead> {
  const isLive = asked.url !== undefined || asked.documents !== undefined;
  const inForce = contractFileFor(context.env["HALECONNECT_CONTRACT"], process.cwd());
  if (given !== undefined && isLive) {
    return heldAgainst(given, asked, context, refuse);
  }
  const file = given ?? (isLive ? undefined : inForce);
  if (file !== undefined) {
    return { name: file, content: readContractFile(file), changed: [], notCompared: [] };
  }
  const { documents, ...now } = await pullFrom(asked, context);
  const before = inForce === undefined ? undefined : readIfRight(inForce);
  const isSame = before !== undefined && now.content.servers.some((server) => isForServer(before, server));
  return { ...now, changed: isSame ? changedSince(before, documents) : [], notCompared: [] };
}

async function heldAgainst(
  file: string,
  asked: Wanted,
  context: VerbContext,
  refuse: (problem: string) => never,
): Promise<SourceRead> {
  const before = readContractFile(file);
  const server = addressIn(context.env, asked.url);
  if (asked.url !== undefined && server !== undefined && !isForServer(before, server)) {
    refuse(`error: ${file} is for ${originsIn(before).join(" and ")}, not for ${server}`);
  }
  const { name, content, ranges, documents } = await pullFrom(asked, context, before);
  const read = new Set(documents.map((it) => it.name));
  // What could not be read with the pull was never compared.
  const known = Object.entries(before.documents)
    .filter(([, { digest, problem }]) => digest !== undefined || problem === undefined)
    .map(([it]) => it);
  const notCompared = known.filter((it) => !read.has(it));
  if (documents.length === 0 || (known.length > 0 && notCompared.length === known.length)) {
    throw nothingCompared(file, name, known, asked.documents === undefined ? "HC2015" : "HC1007");
  }
  return {
    name: file,
    content: merge(before, content, documents).file,
    ranges,
    changed: changedSince(before, documents),
    notCompared,
  };
}

function nothingCompared(
  file: string,
  where: string,
  known: readonly string[],
  code: "HC1007" | "HC2015",
): HaleconnectError {
  return new HaleconnectError(code, {
    what: `There is no document with which ${file} can be compared`,
    where,
    why: known.length === 0 ? "No API document can be read there." : `The file names ${known.join(", ")}.`,
    ...(code === "HC1007"
      ? { remedy: "Save each document in the folder as `<name>.yaml`, `<name>.json` or `<name>/swagger.yaml`." }
      : {}),
  });
}

/** A file that was not asked for and cannot be used is told by the commands that need it. */
function readIfRight(file: string): ContractFile | undefined {
  try {
    return readContractFile(file);
  } catch (error) {
    if (error instanceof HaleconnectError) {
      return undefined;
    }
    throw error;
  }
}
