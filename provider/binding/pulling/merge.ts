import { isDeepStrictEqual } from "node:util";
import { documentOf } from "../document-of";
import type { ApiDocument, ApiOperation } from "../documents";
import type { Binding, ContractFile } from "../file/model";
import { bindChosen, shareChosen } from "./choosing";
import { PROPOSED, composed } from "./composing";
import { ownOperations, type OwnOperation } from "./contract-operations";
import { disagreements } from "./holding/holds";
import { GONE, isToldAlready, sentenceOf } from "./holding/since";
import { FOUND_MISSING } from "./pull";

/** What is another than at the last pull: keys of the provider's operations, and names of documents. */
export interface PullChanges {
  /** Operations that are bound now. */
  readonly added: readonly string[];
  /** Operations that the server no longer has. */
  readonly removed: readonly string[];
  /** Operations that a person has to look at again. */
  readonly changed: readonly string[];
  readonly documents: readonly string[];
}

export interface Merged {
  readonly file: ContractFile;
  readonly changes: PullChanges;
}

/**
 * The pulled file with everything that a person decided in the former one. An operation with a method and a path is a
 * decision, and so is `foundIn`, and `missing` without the remark of the last pull. What a person chose is bound.
 */
export function merge(before: ContractFile, pulled: ContractFile, documents: readonly ApiDocument[]): Merged {
  const merging = new Merging(before, pulled, documents);
  const own = completed(
    Object.fromEntries(ownOperations().map((it) => [it.operation.key, merging.bindingOf(it)])),
    merging.filled,
  );
  const known = new Set(Object.keys(own));
  const others = Object.entries(before.operations).filter(([key]) => !known.has(key));
  const errors = before.errors ?? pulled.errors;
  const file: ContractFile = {
    ...pulled,
    servers: [...new Set([...before.servers, ...pulled.servers])],
    documents: documentsOf(before, pulled),
    ...(errors === undefined ? {} : { errors }),
    operations: { ...own, ...Object.fromEntries(others) },
  };
  return { file, changes: { ...merging.changes, documents: changedDocuments(before, pulled) } };
}

/** What was chosen may be a list in which something else is found that nobody has decided about. */
function completed(operations: ContractFile["operations"], filled: ReadonlySet<string>): ContractFile["operations"] {
  if (filled.size === 0) {
    return operations;
  }
  const full = composed(operations);
  const isOpen = (key: string, { remarks }: Binding): boolean =>
    filled.has(key) || remarks?.includes(FOUND_MISSING) === true;
  const all = Object.entries(operations).map(([key, it]) => [key, isOpen(key, it) ? (full[key] ?? it) : it] as const);
  return shareChosen(Object.fromEntries(all), filled, ownOperations());
}

class Merging {
  readonly changes = { added: [] as string[], removed: [] as string[], changed: [] as string[] };
  /** Keys of the operations that a person had chosen, and that are bound now. */
  readonly filled = new Set<string>();
  private readonly all: readonly ApiOperation[];
  private readonly operations: ReadonlyMap<string, ApiOperation>;

  constructor(
    private readonly before: ContractFile,
    private readonly pulled: ContractFile,
    documents: readonly ApiDocument[],
  ) {
    this.all = documents.flatMap(({ operations }) => operations);
    this.operations = new Map(this.all.map((it) => [`${it.method} ${it.path}`, it]));
  }

  bindingOf(own: OwnOperation): Binding {
    const { key } = own.operation;
    const before = this.before.operations[key];
    const now: Binding = this.pulled.operations[key] ?? { missing: true };
    if (before?.chosen !== undefined) {
      return this.chosen(own, before);
    }
    if (before !== undefined && this.isUnread(own, before)) {
      return before;
    }
    if (before !== undefined && isDecided(before)) {
      return this.kept(own, before);
    }
    this.note(key, before, now);
    return now;
  }

  /** The document in which it stands, or may stand, was not read this time, so nothing can be said of it. */
  private isUnread({ operation, printed }: OwnOperation, before: Binding): boolean {
    const all = Object.keys(this.before.documents);
    const named = documentOf(operation, before);
    const { method, path } = before.same === true ? printed : before;
    const isPlaced = path !== undefined && !this.operations.has(`${method ?? ""} ${path}`);
    const mayStandIn =
      before.document !== undefined || (isPlaced && all.includes(named))
        ? [named]
        : isPlaced || before.candidates !== undefined
          ? all
          : [];
    return mayStandIn.some((name) => {
      const known = this.before.documents[name];
      // What could not be read then either tells nothing new.
      const wasRead = known === undefined || known.digest !== undefined;
      return wasRead && this.pulled.documents[name]?.digest === undefined;
    });
  }

  private chosen(own: OwnOperation, before: Binding): Binding {
    const { key } = own.operation;
    const unread = Object.entries(this.before.documents)
      .filter(([name, { digest }]) => digest !== undefined && this.pulled.documents[name]?.digest === undefined)
      .map(([name]) => name);
    const binding = bindChosen(own, before, { operations: this.all, unread });
    if (binding.chosen === undefined) {
      this.changes.added.push(key);
      this.filled.add(key);
    }
    return binding;
  }

  private note(key: string, before: Binding | undefined, now: Binding): void {
    if (isBound(now) && before !== undefined && !isBound(before)) {
      this.changes.added.push(key);
    } else if (before?.same === true && now.same !== true) {
      this.changes.changed.push(key);
    }
  }

  private kept(own: OwnOperation, before: Binding): Binding {
    if (before.method === undefined || before.path === undefined) {
      return before;
    }
    const theirs = this.operations.get(`${before.method} ${before.path}`);
    if (this.isDocumentSame(before.document ?? theirs?.document)) {
      return before;
    }
    const { key } = own.operation;
    const trouble = theirs === undefined ? [GONE] : disagreements(own, before, theirs);
    if (trouble.length === 0) {
      return withoutChange(before);
    }
    if (isToldAlready(before, trouble)) {
      return before;
    }
    this.changes[theirs === undefined ? "removed" : "changed"].push(key);
    const remark = `${CHANGED}seen on ${this.pulled.pulled ?? "the last pull"}: ${sentenceOf(trouble)}`;
    const { remarks = [], ...rest } = withoutChange(before);
    return { ...rest, confirmed: false, remarks: [...remarks, remark] };
  }

  private isDocumentSame(document: string | undefined): boolean {
    const [before, now] = [this.before, this.pulled].map(({ documents }) => documents[document ?? ""]?.digest);
    return before !== undefined && before === now;
  }
}

const CHANGED = "Changed on the server, ";

/** The remark counts as told as long as it stands, so it goes once the server has again what the file says. */
function withoutChange(binding: Binding): Binding {
  const { remarks = [], ...rest } = binding;
  const others = remarks.filter((it) => !it.startsWith(CHANGED));
  return others.length === remarks.length ? binding : { ...rest, ...(others.length === 0 ? {} : { remarks: others }) };
}

function isDecided({ confirmed, method, path, missing, foundIn, remarks }: Binding): boolean {
  const isMissingByHand = missing === true && remarks?.includes(FOUND_MISSING) !== true;
  const isProposed = confirmed !== true && remarks?.some((it) => it.startsWith(PROPOSED)) === true;
  return (method !== undefined && path !== undefined) || (foundIn !== undefined && !isProposed) || isMissingByHand;
}

function isBound({ same, method }: Binding): boolean {
  return same === true || method !== undefined;
}

/** A document that could not be read this time keeps its digest: what was compared with it stays compared. */
function documentsOf(before: ContractFile, pulled: ContractFile): ContractFile["documents"] {
  const now = Object.entries(pulled.documents).map(([name, entry]) => {
    const digest = entry.digest ?? before.documents[name]?.digest;
    return [name, { ...entry, ...(digest === undefined ? {} : { digest }) }] as const;
  });
  const names = new Set(now.map(([name]) => name));
  return Object.fromEntries([...now, ...Object.entries(before.documents).filter(([name]) => !names.has(name))]);
}

function changedDocuments(before: ContractFile, pulled: ContractFile): readonly string[] {
  return Object.entries(pulled.documents)
    .filter(([name, { digest }]) => digest !== undefined && !isDeepStrictEqual(before.documents[name]?.digest, digest))
    .map(([name]) => name);
}
