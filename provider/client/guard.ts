import { describeOperation, isWrite, type Operation } from "../contract/operation";
import { isCertainOnTheWire } from "../contract/evidence";
import type { ContractInForce } from "../binding/in-force";
import { HaleconnectError, isError } from "../errors";
import type { Identity } from "./identity";

/** Keeps writes whose form is designed, not known, away from real servers (docs/decisions.md#evidence-for-every-operation). */
export class WriteGuard {
  #identity: Promise<Identity> | undefined;

  constructor(
    readonly server: string,
    readonly allowsDesigned: boolean,
    readonly identify: () => Promise<Identity>,
    readonly contract: () => Promise<ContractInForce | undefined>,
  ) {}

  /** Comes before the login, so that a refused write sends nothing but the question who is there. */
  async admit(operations: readonly (Operation | readonly Operation[])[]): Promise<void> {
    const contract = await this.contract();
    // Of several operations the one that is needed may be the confirmed one; the others are refused when they are sent.
    const groups = operations.map((it) => [it].flat());
    const open = groups.filter((group) => group.every((it) => isUncertainWrite(it, contract)));
    const uncertain = [...new Set(open.flat())];
    if (this.allowsDesigned || uncertain.length === 0) {
      return;
    }
    const identity = await this.#whoIsAsked(contract);
    if (identity !== "emulator" && identity !== "rehearsal") {
      throw contract === undefined
        ? refused(uncertain, this.server, identity)
        : unconfirmed(uncertain, this.server, contract);
    }
  }

  /** A server that the contract file lists is a platform, also if it publishes nothing by which to recognise one. */
  async #whoIsAsked(contract: ContractInForce | undefined): Promise<Identity> {
    try {
      return await this.identifyOnce();
    } catch (error) {
      if (contract?.servers.includes(this.server) === true && isError(error, "HC2010")) {
        return "platform";
      }
      throw error;
    }
  }

  async identifyOnce(): Promise<Identity> {
    try {
      return await (this.#identity ??= this.identify());
    } catch (error) {
      this.#identity = undefined;
      throw error;
    }
  }
}

/** A read that the server does by a write counts as one. */
export function isWriteThere(operation: Operation, contract: ContractInForce | undefined): boolean {
  const method = contract?.bindingOf(operation)?.method ?? operation.method;
  return isWrite(operation) || (method !== "GET" && operation.method !== method);
}

/** Nobody has compared its form with the server's documents, so it waits for a confirmation. */
export function isUncertainWrite(operation: Operation, contract: ContractInForce | undefined): boolean {
  if (!isWriteThere(operation, contract)) {
    return false;
  }
  switch (contract?.standingOf(operation)) {
    case "confirmed":
    case "same":
    // Refused where it is needed: of several operations a kind may need another one.
    case "missing":
      return false;
    case "open":
      return true;
    default:
      return !isCertainOnTheWire(operation.evidence);
  }
}

/** The error for an operation that the contract file calls missing. */
function notOnServer(operation: Operation, server: string, { file }: ContractInForce): HaleconnectError {
  return new HaleconnectError("HC2013", {
    what: `${server} has no operation ${operation.key}`,
    where: `${file}, \`operations.${operation.key}\``,
    why: `The contract file says \`missing: true\`. The provider would use the operation to ${doing(operation)}.`,
  });
}

/** Its summary, to go on after "to". */
function doing({ summary, method }: Operation): string {
  return method === "GET" ? `read: ${summary}` : `write: ${summary}`;
}

/** Refuses an operation that the server does not have, or of which the contract file has nothing but candidates. */
export function refuseUnbound(operation: Operation, server: string, contract: ContractInForce | undefined): void {
  if (contract?.standingOf(operation) === "missing") {
    throw notOnServer(operation, server, contract);
  }
  if (contract?.isUndecided(operation) === true) {
    throw unconfirmed([operation], server, contract);
  }
}

function unconfirmed(operations: readonly Operation[], server: string, contract: ContractInForce): HaleconnectError {
  const [isOne, names] = [operations.length === 1, listed(operations.map(({ key }) => key))];
  const left = operations.map((operation) => `${operation.key}: ${standing(operation, contract)}`);
  const isUnbound = operations.every((operation) => contract.isUndecided(operation));
  return new HaleconnectError("HC5001", {
    what: `${names} ${isOne ? "is" : "are"} not sent to ${server}`,
    where: `${contract.file}, \`operations\``,
    why: `Nobody has confirmed ${isOne ? "this operation" : "these operations"} yet:\n        ${left.join("\n        ")}`,
    remedy: isUnbound
      ? `Name the server's operation: \`chosen: \` with its id, or with its method and path. Run \`haleconnect contract pull\`, which binds it. Then compare it with the server's document, and set \`confirmed: true\` in ${contract.file}. \`haleconnect contract check\` lists everything that is left.`
      : `Compare each with the server's document, in this order, and set \`confirmed: true\` in ${contract.file}. \`haleconnect contract check\` lists everything that is left.`,
  });
}

function standing(operation: Operation, contract: ContractInForce): string {
  const binding = contract.bindingOf(operation);
  if (binding?.path !== undefined) {
    return `${binding.method ?? operation.method} ${binding.path}`;
  }
  if (binding?.chosen !== undefined) {
    return `\`${binding.chosen}\` is chosen, and \`haleconnect contract pull\` binds it with its fields`;
  }
  return binding?.candidates === undefined
    ? "the file does not name it"
    : `the file has ${binding.candidates.length} candidates, and none is chosen`;
}

function refused(designed: readonly Operation[], server: string, identity: Identity): HaleconnectError {
  const [isOne, names] = [designed.length === 1, listed(designed.map(({ key }) => key))];
  const form = isOne ? "Its path or body is" : "Their paths or bodies are";
  const seen =
    identity === "platform"
      ? "The server is a hale»connect, and its form may differ."
      : "The server does not show whether it is a hale»connect.";
  return new HaleconnectError("HC5001", {
    what: `${names} ${isOne ? "is" : "are"} not sent to ${server}`,
    where: designed.map(describeOperation).join(", "),
    why: `${form} not publicly known, but designed for this provider in the style of the public documentation. ${seen}`,
    remedy: `Run \`haleconnect contract pull\`, read the file that it writes, and confirm what is right. Or compare ${isOne ? "this operation" : "these operations"} with the server's own documents, such as ${server}${documentOf(designed)}. If they agree, set HALECONNECT_ALLOW_DESIGNED=1. To try the program without a risk, use the embedded hale»connect (\`haleconnect emulator\`).`,
  });
}

function documentOf([first]: readonly Operation[]): string {
  return `${first?.service.folder ?? ""}/swagger.yaml`;
}

/** `createUser, updateUser and assignRole`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
