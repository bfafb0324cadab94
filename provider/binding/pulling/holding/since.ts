import { documentOf } from "../../document-of";
import type { ApiDocument } from "../../documents";
import type { Binding, ContractFile } from "../../file/model";
import { ownOperations, type OwnOperation } from "../contract-operations";
import { isIdentical } from "../identical";
import { disagreements } from "./holds";

/** A confirmed operation that the server has otherwise than when its document was pulled. */
export interface ChangedOperation {
  /** Key of the provider's operation. */
  readonly operation: string;
  /** Phrases: `it no longer takes \`secret\``. */
  readonly changes: readonly string[];
  /** The document no longer has it. */
  readonly isGone: boolean;
}

/** A document that is another than when it was pulled. */
export interface ChangedDocument {
  readonly document: string;
  readonly changed: readonly ChangedOperation[];
  /** Keys of confirmed operations in it of which nothing changed that the provider uses. */
  readonly agreeing: readonly string[];
}

/** What changed since the pull, for each document whose content is another. */
export function changedSince(
  file: Pick<ContractFile, "documents" | "operations">,
  now: readonly ApiDocument[],
): readonly ChangedDocument[] {
  return now
    .filter(({ name, digest }) => (file.documents[name]?.digest ?? digest) !== digest)
    .map((document) => {
      const judged = ownOperations().flatMap((own) => {
        const changed = changeOf(own, file.operations[own.operation.key], document, now);
        return changed === undefined ? [] : [changed];
      });
      return {
        document: document.name,
        changed: judged.filter(({ changes }) => changes.length > 0),
        agreeing: judged.filter(({ changes }) => changes.length === 0).map(({ operation }) => operation),
      };
    });
}

/** undefined: nobody confirmed the operation, or it stands in another document. */
function changeOf(
  own: OwnOperation,
  binding: Binding | undefined,
  document: ApiDocument,
  all: readonly ApiDocument[],
): ChangedOperation | undefined {
  if (binding === undefined || (binding.confirmed !== true && binding.same !== true)) {
    return undefined;
  }
  const { method, path } = binding.same === true ? own.printed : binding;
  const among = ({ operations }: ApiDocument) => operations.find((it) => it.method === method && it.path === path);
  const theirs = among(document);
  const isIn = theirs !== undefined && (binding.document ?? document.name) === document.name;
  const isElsewhere = binding.document === undefined && all.some((it) => among(it) !== undefined);
  if (!isIn && (documentOf(own.operation, binding) !== document.name || path === undefined || isElsewhere)) {
    return undefined;
  }
  const { key: operation } = own.operation;
  if (theirs === undefined) {
    return { operation, changes: [GONE], isGone: true };
  }
  const changes = binding.same === true ? unlike(own, theirs) : disagreements(own, binding, theirs);
  return { operation, changes: isToldAlready(binding, changes) ? [] : changes, isGone: false };
}

export const GONE = "its document no longer has it";

function unlike(own: OwnOperation, theirs: ApiDocument["operations"][number]): readonly string[] {
  if (isIdentical(own.printed, theirs)) {
    return [];
  }
  const found = disagreements(own, { id: theirs.id, path: theirs.path }, theirs);
  return found.length > 0 ? found : ["it is no longer as the provider has it"];
}

/** A pull told it, and a person confirmed the operation after that. */
export function isToldAlready({ remarks = [] }: Binding, changes: readonly string[]): boolean {
  return remarks.some((it) => it.endsWith(sentenceOf(changes)));
}

export function sentenceOf(changes: readonly string[]): string {
  return `${changes.join("; ")}.`;
}
