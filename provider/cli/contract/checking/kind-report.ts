import type { ContractInForce } from "../../../binding/in-force";
import { isUncertainWrite } from "../../../client/guard";
import type { Operation } from "../../../contract";
import { fieldLacks, generalCalls, isAttached, membersOf, verbLacks, type Kind, type ServerVerb } from "../../../kinds";
import type { KindReport, VerbReport, Verdict } from "./report-type";

export const verbs = ["read", "create", "update", "delete"] as const satisfies readonly ServerVerb[];

/** What of a kind works on a server, by its contract file. `fields`: only these count; without it, all of the kind. */
export function reportOn(kind: Kind, contract: ContractInForce, fields?: readonly string[]): KindReport {
  const reports = verbs.map((verb) => [verb, reportOnVerb(kind, verb, contract, fields)] as const);
  const calls = [...kind.reads, ...Object.values(kind.calls).flat()].flat();
  return {
    kind: kind.name,
    uses: unique(calls.map(({ key }) => key)),
    verbs: Object.fromEntries(reports) as KindReport["verbs"],
  };
}

function reportOnVerb(
  kind: Kind,
  verb: ServerVerb,
  contract: ContractInForce,
  fields: readonly string[] | undefined,
): VerbReport {
  // A kind that exists with its owner is only ever changed.
  const calls = isAttached(kind) && verb !== "read" ? "update" : verb;
  const whole = verbLacks(kind, calls, contract);
  const sent = calls === "create" || calls === "update" ? fieldPaths(kind, calls, fields) : [];
  const lacking = sent.flatMap((path) =>
    fieldLacks(kind, calls === "create" ? "create" : "update", path, contract).map((lack) => ({ path, lack })),
  );
  const open = generalCalls(kind, calls)
    .flat()
    .filter((operation) => isOpen(operation, contract));
  const ofFields = sent.flatMap(([name = ""]) =>
    (kind.inputs[name]?.sentBy ?? []).filter((it) => isOpen(it, contract)).map((operation) => ({ name, operation })),
  );
  const missing = [...whole, ...lacking.map(({ lack }) => lack)].filter(({ why }) => why === "missing");
  const without = unique(lacking.map(({ path }) => path.join(".")));
  const waiting = unique(ofFields.map(({ name }) => name));
  // A field that is declared has to work; one of many that could be declared does not stand in the way.
  const isUnconfirmed = open.length > 0 || (fields !== undefined && waiting.length > 0);
  return {
    verdict: verdictOf(whole.length > 0, isUnconfirmed, without.length + waiting.length > 0),
    missing: unique(missing.map(({ operation }) => operation.key)),
    unconfirmed: unique([...open, ...ofFields.map(({ operation }) => operation)].map(({ key }) => key)),
    without,
    waiting,
  };
}

function verdictOf(lacks: boolean, isUnconfirmed: boolean, isPart: boolean): Verdict {
  if (lacks) {
    return "cannot";
  }
  return isUnconfirmed ? "unconfirmed" : isPart ? "partly" : "works";
}

/** What the guard holds back, and a read whose place nobody has confirmed: what it does not show does not count as gone. */
function isOpen(operation: Operation, contract: ContractInForce): boolean {
  return contract.standingOf(operation) === "open" || isUncertainWrite(operation, contract);
}

/** The fields that a person can declare, each member of an object by itself. */
function fieldPaths(
  kind: Kind,
  verb: "create" | "update",
  wanted: readonly string[] | undefined,
): readonly (readonly string[])[] {
  return Object.entries(kind.inputs)
    .filter(([, { mark }]) => mark !== "local" && (verb === "create" || mark !== "replace"))
    .flatMap(([name, field]) => {
      const members = field.sentBy === undefined ? membersOf(field.type) : undefined;
      return members === undefined ? [[name]] : Object.keys(members).map((member) => [name, member]);
    })
    .filter((path) => wanted === undefined || wanted.some((it) => it === path.join(".") || it === path[0]));
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
