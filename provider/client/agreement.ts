import { documentOf } from "../binding/document-of";
import type { KnownDocument } from "../binding/file/servers";
import type { ContractInForce } from "../binding/in-force";
import type { ChangedOperation } from "../binding/pulling/holding/since";
import { headers } from "../contract/headers";
import type { Operation } from "../contract/operation";
import { HaleconnectError, catalogue } from "../errors";
import { isWriteThere } from "./guard";
import type { Answer } from "./outcome";
import type { Settings } from "./settings";

/** What a look at a document gave: where it stands, and what changed, by operation, or why nobody knows. */
type Look = { readonly path: string; readonly isRead?: true } & (
  | { readonly changed: ReadonlyMap<string, ChangedOperation>; readonly trouble?: undefined }
  | { readonly trouble: string }
);

/** An operation that the server has otherwise, and the path of the document that says so. */
type Found = ChangedOperation & { readonly path: string };

/**
 * Whether the server still has what a person confirmed. Before the first write to a service, its document is read once and
 * compared with the pulled one (docs/decisions.md#confirmed-for-one-document).
 */
export class Agreement {
  readonly #looks = new Map<string, Promise<Look>>();
  readonly #troubled = new Set<string>();

  constructor(
    readonly settings: Pick<Settings, "url" | "allowDesigned">,
    readonly contract: () => Promise<ContractInForce | undefined>,
    readonly read: (path: string, most: number, isRepeatable: boolean) => Promise<Answer>,
  ) {}

  /** Of several operations that may be needed, the one that is sent is compared when it is sent. */
  async check(writes: readonly (Operation | readonly Operation[])[]): Promise<void> {
    const contract = await this.contract();
    for (const operation of writes.filter((it): it is Operation => !Array.isArray(it))) {
      if (contract !== undefined && isConfirmed(operation, contract) && isWriteThere(operation, contract)) {
        await this.#checkOne(operation, contract, `${operation.key} is not sent to ${this.settings.url}`);
      }
    }
  }

  /** A path that moved since answers 404 for every object. The provider's own path counts where it is publicly known. */
  async checkAbsence(operation: Operation, { status }: Answer): Promise<void> {
    const contract = await this.contract();
    if (status !== 404 || contract === undefined || !isConfirmed(operation, contract)) {
      return;
    }
    if (contract.standingOf(operation) !== "same" || operation.evidence.path !== "certain") {
      const what = `The 404 of ${operation.key} at ${this.settings.url} does not show that the object is gone`;
      await this.#checkOne(operation, contract, what);
    }
  }

  async #checkOne(operation: Operation, contract: ContractInForce, what: string): Promise<void> {
    const { url, allowDesigned } = this.settings;
    const known = contract.servers.includes(url) && !allowDesigned ? contract.documentsAt(url) : [];
    const document = known.find(
      ({ name }) => name === documentOf(operation, contract.content.operations[operation.key]),
    );
    const changed = document === undefined ? undefined : await this.#changeOf(operation, contract, document);
    if (changed !== undefined) {
      const { pulled } = contract.content;
      throw new HaleconnectError("HC5006", {
        what,
        where: `${contract.placeOf(["operations", operation.key])}, \`operations.${operation.key}\``,
        why: `The server's document ${changed.path} has changed since it was pulled${pulled === undefined ? "" : ` on ${pulled}`}. Changes of this operation: ${someOf(changed.changes)}.`,
      });
    }
  }

  /** A look that failed is not kept: the next write looks again, once, so that a brief failure lets no more through. */
  async #changeOf(
    operation: Operation,
    contract: ContractInForce,
    document: KnownDocument,
  ): Promise<Found | undefined> {
    const { name } = document;
    const looking = this.#looks.get(name) ?? this.#look(contract, document);
    this.#looks.set(name, looking);
    const look = await looking;
    if (look.trouble === undefined) {
      const changed = look.changed.get(operation.key);
      return changed === undefined ? undefined : { ...changed, path: look.path };
    }
    if (this.#looks.get(name) === looking) {
      this.#looks.delete(name);
    }
    if (!this.#troubled.has(name)) {
      this.#troubled.add(name);
      console.warn(
        `The provider could not compare its contract file with ${look.path} at ${this.settings.url}: ${look.trouble} It uses the form that a person confirmed, and tries again before the next write.`,
      );
    }
    return undefined;
  }

  /** Looks at the places where the document may stand, until one of them has an API document. */
  async #look(contract: ContractInForce, document: KnownDocument): Promise<Look> {
    const looks: Look[] = [];
    for (const path of document.paths) {
      const look = await this.#lookAt(path, contract, document);
      if (look.isRead === true) {
        return look;
      }
      looks.push(look);
    }
    const nowhere: Look = { path: document.paths[0] ?? "", changed: new Map() };
    return looks.find(({ trouble }) => trouble !== undefined) ?? nowhere;
  }

  async #lookAt(path: string, contract: ContractInForce, { name, digest }: KnownDocument): Promise<Look> {
    // Loaded with the first write that needs it: it reads documents of some MB.
    const { BrokenDocument, documentLimits, readApiDocument } =
      require("../binding/documents") as typeof import("../binding/documents");
    try {
      const answer = await this.read(path, documentLimits.bytes, !this.#troubled.has(name));
      if (isNotShown(answer)) {
        return { path, changed: new Map() };
      }
      if (answer.status !== 200) {
        return { path, trouble: `the server answers with status ${String(answer.status)}.` };
      }
      const now = readApiDocument(name, answer.text);
      if (now.digest === digest) {
        return { path, isRead: true, changed: new Map() };
      }
      const { changedSince } =
        require("../binding/pulling/holding/since") as typeof import("../binding/pulling/holding/since");
      const changes = changedSince(contract.content, [now]).flatMap(({ changed }) => changed);
      return { path, isRead: true, changed: new Map(changes.map((it) => [it.operation, it])) };
    } catch (error) {
      if (error instanceof BrokenDocument) {
        return { path, trouble: "what stands there is no API document." };
      }
      if (error instanceof HaleconnectError) {
        return { path, trouble: `${error.details.what ?? catalogue[error.code].title}.` };
      }
      throw error;
    }
  }
}

/** The server does not show the document, which says nothing of its operations. */
function isNotShown({ status, headers: given }: Answer): boolean {
  // An embedded hale»connect that rehearses the file prints documents of its own.
  return [401, 403, 404, 410].includes(status) || (status === 200 && given[headers.emulator] !== undefined);
}

/** Changes that an error names. */
const MOST_TOLD = 5;

function someOf(changes: readonly string[]): string {
  const more = changes.length - MOST_TOLD;
  return [...changes.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

function isConfirmed(operation: Operation, contract: ContractInForce): boolean {
  const standing = contract.standingOf(operation);
  return standing === "confirmed" || standing === "same";
}
