import type { Operation } from "../../contract";
import { readFieldPath } from "../applying/field-path";
import { parametersIn, readPlace, type RequestPlace } from "../applying/place";
import type { Binding, Form, SentSpec } from "../file/model";

/** A value of a call: where the provider has it, and where the server takes it. */
export interface Placement {
  /** The provider's name for it, as the contract file writes it. */
  readonly name: string;
  readonly own: RequestPlace;
  /** undefined: it does not reach the server. */
  readonly server: RequestPlace | undefined;
  readonly form?: Form;
}

/** The parameters of an operation. */
export function parameterPlacements(operation: Operation, binding: Binding): readonly Placement[] {
  const inPath = Object.keys(operation.pathParameters).map((name) => parameter(binding, name, "path"));
  return [...inPath, ...Object.keys(operation.query).map((name) => parameter(binding, name, "query"))];
}

function parameter(binding: Binding, name: string, part: "path" | "query"): Placement {
  const own: RequestPlace = { part, at: [name] };
  const spec = binding.parameters?.[name];
  if (spec !== undefined) {
    return placement(name, own, spec);
  }
  const isTaken = part === "query" || binding.path === undefined || parametersIn(binding.path).includes(name);
  return { name, own, server: isTaken ? own : undefined };
}

/** The fields of the body of which the contract file says where they go. */
export function bodyPlacements({ body }: Binding): readonly Placement[] {
  return Object.entries(body ?? {}).map(([name, spec]) =>
    placement(name, { part: "body", at: readFieldPath(name) }, spec),
  );
}

function placement(name: string, own: RequestPlace, spec: SentSpec): Placement {
  if (spec === null) {
    return { name, own, server: undefined };
  }
  const { to, as } = typeof spec === "string" ? { to: spec, as: undefined } : spec;
  return { name, own, server: readPlace(to, own.part), ...(as === undefined ? {} : { form: as }) };
}

/** A value that every call has. */
export interface Fixed {
  readonly place: RequestPlace;
  readonly value: unknown;
}

export function fixedIn({ fixed }: Binding): readonly Fixed[] {
  return Object.entries(fixed ?? {}).map(([place, value]) => ({ place: readPlace(place, "body"), value }));
}

/** `query:overwrite`, for messages. */
export function placeInWords({ part, at }: RequestPlace): string {
  return `${part}:${at.join(".")}`;
}
