import { z } from "zod";
import type { ContractInForce } from "../binding/in-force";
import type { Operation } from "../contract";
import type { Call, Kind } from "./kind";
import { membersOf } from "./traits";

export type ServerVerb = "read" | "create" | "update" | "delete";

/** Something that this server cannot do for a kind, as its contract file says. */
export interface Lack {
  /** `missing`: the server has no such operation. `noPlace`: the operation does not take the field. */
  readonly why: "missing" | "noPlace";
  readonly operation: Operation;
}

/** What keeps the verb from working at all. A creation lacks what every object of the kind needs. */
export function verbLacks(kind: Kind, verb: ServerVerb, contract: ContractInForce): readonly Lack[] {
  return generalCalls(kind, verb).flatMap((call) => {
    const alternatives = [call].flat();
    const [first] = alternatives;
    return first !== undefined && alternatives.every((it) => isMissing(it, contract))
      ? [{ why: "missing", operation: first } as const]
      : [];
  });
}

/** What keeps one field from being sent. Its path is that of a declared value: `["contact", "email"]`. */
export function fieldLacks(
  kind: Kind,
  verb: "create" | "update",
  path: readonly string[],
  contract: ContractInForce,
): readonly Lack[] {
  const [name = ""] = path;
  const field = kind.inputs[name];
  if (field === undefined || field.mark === "local") {
    return [];
  }
  const taking = generalCalls(kind, verb)
    .flat()
    .flatMap((operation) => {
      const inBody = pathIn(operation.body, path);
      return inBody === undefined || isMissing(operation, contract) ? [] : [{ operation, inBody }];
    });
  const [first] = taking;
  const [own] = field.sentBy ?? [];
  if (own !== undefined && (verb === "update" || first === undefined)) {
    return isMissing(own, contract) ? [{ why: "missing", operation: own }] : [];
  }
  const isRefused = taking.every(({ operation, inBody }) => hasNoPlace(operation, inBody, contract));
  return first !== undefined && isRefused ? [{ why: "noPlace", operation: first.operation }] : [];
}

/** The declared values that the server takes and that a read of the kind never gives back, as its contract file says. */
export function neverGiven(kind: Kind, contract: ContractInForce): readonly (readonly string[])[] {
  const hiding = kind.reads.flat().flatMap((operation) => {
    const { writeOnly = [] } = contract.bindingOf(operation) ?? {};
    return writeOnly.length === 0 ? [] : [{ operation, writeOnly }];
  });
  return Object.entries(kind.inputs)
    .filter(([, { mark }]) => mark !== "local" && mark !== "writeOnly")
    .flatMap(([name, { type }]) => [[name], ...Object.keys(membersOf(type) ?? {}).map((member) => [name, member])])
    .filter((path) => hiding.some(({ operation, writeOnly }) => isNamedIn(writeOnly, pathIn(operation.answer, path))));
}

/** The calls of the verb. Of an update, those that do not belong to single fields. */
export function generalCalls(kind: Kind, verb: ServerVerb): readonly Call[] {
  if (verb !== "update") {
    return verb === "read" ? kind.reads : kind.calls[verb];
  }
  const ofFields = new Set(Object.values(kind.inputs).flatMap(({ sentBy = [] }) => sentBy));
  return kind.calls.update.filter((call) => ![call].flat().every((operation) => ofFields.has(operation)));
}

function isMissing(operation: Operation, contract: ContractInForce): boolean {
  return contract.standingOf(operation) === "missing";
}

function isNamedIn(names: readonly string[], path: readonly string[] | undefined): boolean {
  return path !== undefined && names.includes(path.join("."));
}

/** Contact data stand flat in a body, and in an answer: `contact.email` is `email` there. */
function pathIn(type: z.ZodType | undefined, path: readonly string[]): readonly string[] | undefined {
  if (type instanceof z.ZodArray) {
    return pathIn(type.element as z.ZodType, path);
  }
  const known = type instanceof z.ZodObject ? Object.keys(type.shape) : [];
  const from = path.findIndex((step) => known.includes(step));
  return from < 0 ? undefined : path.slice(from);
}

function hasNoPlace(operation: Operation, path: readonly string[], contract: ContractInForce): boolean {
  const { body, bodyExpression } = contract.bindingOf(operation) ?? {};
  return bodyExpression === undefined && path.some((_, index) => body?.[path.slice(0, index + 1).join(".")] === null);
}
