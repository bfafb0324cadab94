import { documentOf } from "../binding/document-of";
import type { KnownDocument } from "../binding/file/servers";
import type { ContractInForce } from "../binding/in-force";
import type { ChangedOperation } from "../binding/pulling/holding/since";
import { headers, type Operation } from "../contract";
import { HaleconnectError } from "../errors";
import { isWriteThere } from "./guard";
import type { Answer } from "./outcome";
import type { Settings } from "./settings";

/**
 * Whether the server still has what a person confirmed. Before the first write to a service, its document is read once and
 * compared with the pulled one (docs/decisions.md#confirmed-for-one-document).
 */
export class Agreement {
  readonly #changed = new Map<string, Promise<ReadonlyMap<string, ChangedOperation>>>();

  constructor(
    readonly settings: Pick<Settings, "url" | "allowDesigned">,
    readonly contract: () => Promise<ContractInForce | undefined>,
    readonly read: (path: string, most: number) => Promise<Answer>,
  ) {}

  /** Of several operations that may be needed, the one that is sent is compared when it is sent. */
  async check(writes: readonly (Operation | readonly Operation[])[]): Promise<void> {
    const { url, allowDesigned } = this.settings;
    const contract = await this.contract();
    const known = contract?.servers.includes(url) === true && !allowDesigned ? contract.documentsAt(url) : [];
    if (contract === undefined || known.length === 0) {
      return;
    }
    for (const operation of writes.filter((it): it is Operation => !Array.isArray(it))) {
      const document = known.find(
        ({ name }) => name === documentOf(operation, contract.content.operations[operation.key]),
      );
      if (document !== undefined && isConfirmedWrite(operation, contract)) {
        await this.#checkOne(operation, contract, document);
      }
    }
  }

  async #checkOne(operation: Operation, contract: ContractInForce, document: KnownDocument): Promise<void> {
    const { name, path } = document;
    const looked = this.#changed.get(name) ?? this.#look(contract, document);
    this.#changed.set(name, looked);
    const changed = (await looked).get(operation.key);
    if (changed !== undefined) {
      const { pulled } = contract.content;
      throw new HaleconnectError("HC5006", {
        what: `${operation.key} is not sent to ${this.settings.url}`,
        where: `${contract.placeOf(["operations", operation.key])}, \`operations.${operation.key}\``,
        why: `The server's document ${path} is another than the one that was pulled${pulled === undefined ? "" : ` on ${pulled}`}. Of this operation it says: ${someOf(changed.changes)}.`,
      });
    }
  }

  async #look(
    contract: ContractInForce,
    { name, path, digest }: KnownDocument,
  ): Promise<ReadonlyMap<string, ChangedOperation>> {
    // Loaded with the first write that needs it: it reads documents of some MB.
    const { BrokenDocument, documentLimits, readApiDocument } =
      require("../binding/documents") as typeof import("../binding/documents");
    const text = await this.#textAt(path, documentLimits.bytes);
    try {
      const document = text === undefined ? undefined : readApiDocument(name, text);
      if (document === undefined || document.digest === digest) {
        return new Map();
      }
      const { changedSince } =
        require("../binding/pulling/holding/since") as typeof import("../binding/pulling/holding/since");
      const changes = changedSince(contract.content, [document]).flatMap(({ changed }) => changed);
      return new Map(changes.map((it) => [it.operation, it]));
    } catch (error) {
      if (error instanceof BrokenDocument) {
        return new Map();
      }
      throw error;
    }
  }

  /** undefined: the server does not show the document now, which says nothing of its operations. */
  async #textAt(path: string, most: number): Promise<string | undefined> {
    try {
      const answer = await this.read(path, most);
      // An embedded hale»connect that rehearses the file prints documents of its own.
      return answer.status === 200 && answer.headers[headers.emulator] === undefined ? answer.text : undefined;
    } catch (error) {
      if (error instanceof HaleconnectError) {
        return undefined;
      }
      throw error;
    }
  }
}

/** Changes that an error names. */
const MOST_TOLD = 5;

function someOf(changes: readonly string[]): string {
  const more = changes.length - MOST_TOLD;
  return [...changes.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

function isConfirmedWrite(operation: Operation, contract: ContractInForce): boolean {
  const standing = contract.standingOf(operation);
  return (standing === "confirmed" || standing === "same") && isWriteThere(operation, contract);
}
