import type { ApiDocument } from "../documents";
import type { Binding, ContractFile } from "../file/model";
import { FORM } from "../file/model";
import { matchOperations, type Match } from "../matching/match";
import type { Candidate } from "../matching/score";
import { bind, gapsInPath } from "./bind";
import { composed } from "./composing";
import { ownOperations, type OwnOperation } from "./contract-operations";
import { errorFormOf } from "./refusals";

/** A document of the server, or why there is none. */
export interface PulledDocument {
  readonly name: string;
  /** Address or file name. */
  readonly from: string;
  readonly read: ApiDocument | { readonly problem: string };
}

/** What the documents give: a contract file, and how it came about. */
export interface Pulled {
  readonly file: ContractFile;
  readonly matches: ReadonlyMap<string, Match>;
}

export function readDocuments(documents: readonly PulledDocument[]): readonly ApiDocument[] {
  return documents.flatMap(({ read }) => ("problem" in read ? [] : [read]));
}

/** Makes the contract file of a server from its documents. `date` is the day on which they were read. */
export function pull(
  documents: readonly PulledDocument[],
  { servers, date }: { readonly servers: readonly string[]; readonly date: string },
): Pulled {
  const theirs = readDocuments(documents).flatMap(({ operations }) => operations);
  const own = ownOperations();
  const found = matchOperations(
    own.map(({ printed }) => printed),
    theirs,
  );
  const takers = new Map(
    found.flatMap(({ verdict, candidates: [best] }, index) =>
      verdict === "matched" && best !== undefined ? [[best.operation, own[index]?.operation.key ?? ""] as const] : [],
    ),
  );
  const matches = new Map(found.map((match, index) => [own[index]?.operation.key ?? "", match]));
  const operations = own.map((it): [string, Binding] => {
    const match = matches.get(it.operation.key);
    return [it.operation.key, match === undefined ? { missing: true } : bindingOf(it, match, takers)];
  });
  const errors = errorFormOf(theirs);
  const file: ContractFile = {
    haleconnect: FORM,
    servers: [...servers],
    pulled: date,
    documents: Object.fromEntries(documents.map((it) => [it.name, entryOf(it)])),
    ...(errors === undefined ? {} : { errors }),
    operations: composed(Object.fromEntries(operations)),
  };
  return { file, matches };
}

function entryOf({ from, read }: PulledDocument): ContractFile["documents"][string] {
  return "problem" in read ? { from, problem: read.problem } : { from, digest: read.digest };
}

/** Said of what pull itself found missing: without it, a person has decided that the server has no such operation. */
export const FOUND_MISSING = "No operation of the documents is like it.";

type Takers = ReadonlyMap<Candidate["operation"], string>;

function bindingOf(own: OwnOperation, { verdict, candidates }: Match, takers: Takers): Binding {
  const [best] = candidates;
  if (verdict === "matched" && best !== undefined) {
    const gaps = gapsInPath(own, best.operation);
    return gaps.length === 0
      ? bind(own, best.operation)
      : {
          candidates: [lineOf(best)],
          remarks: [`The path of ${best.operation.id} needs ${gaps.join(", ")}, which the provider does not have.`],
        };
  }
  const open = candidates.filter(({ operation }) => !takers.has(operation));
  const taken = candidates.filter(({ operation }) => takers.has(operation));
  if (verdict === "ambiguous") {
    const most = open[0]?.points ?? 0;
    return { candidates: open.filter(({ points }) => points >= most / 2).map(lineOf) };
  }
  const near = taken.filter(({ points }) => points >= NEAR).map((it) => nearLine(it, takers));
  return { missing: true, remarks: [FOUND_MISSING, ...near] };
}

/** A candidate with so many points is told, though another operation of the provider has it. */
const NEAR = 40;

function nearLine({ operation }: Candidate, takers: Takers): string {
  return `${operation.id} (${operation.method} ${operation.path}) comes near, and is bound to ${takers.get(operation) ?? ""}.`;
}

/** `addChildOrganization  POST /directory/v2/organizations/{organization_id}/children (81 points)` */
export function lineOf({ operation, points }: Candidate): string {
  return `${operation.id}  ${operation.method} ${operation.path} (${String(points)} points)`;
}
