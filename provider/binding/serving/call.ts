import type { Operation } from "../../contract";
import { readFieldPath, valueAtPath, withAt, withoutAt, type FieldPath } from "../applying/field-path";
import type { RequestPlace } from "../applying/place";
import { reshaped, type Move } from "../applying/shape";
import type { Binding } from "../file/model";
import { bodyPlacements, fixedIn, parameterPlacements, type Placement } from "./placement";
import { typed } from "./typed";
import { onArrival } from "./values";

/** A call in the server's words: parameters by name, as texts, and the body as JSON, a text or a file. */
export interface Received {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The same call in the provider's words. */
export interface Arrived extends Received {
  /** Fields of the body that the provider has and this server has not, at least not under this name. */
  readonly surplus: readonly string[];
}

/** The inverse of `boundCall`. What the server does not take is not there. */
export function arrivedCall(operation: Operation, binding: Binding, received: Received): Arrived {
  const parameters = parameterPlacements(operation, binding);
  const of = (part: "path" | "query") =>
    Object.fromEntries(
      parameters
        .filter(({ own }) => own.part === part)
        .map((placement) => [placement.name, arrivedValue(binding, placement, received)] as const)
        .filter(([, value]) => value !== undefined),
    );
  const call = { path: of("path"), query: of("query") };
  if (operation.body === undefined || operation.sends === "file") {
    return { ...call, ...(operation.body === undefined ? {} : { body: received.body }), surplus: [] };
  }
  const { body, surplus } = arrivedBody(operation, binding, received, parameters);
  return { ...call, ...(body === undefined ? {} : { body }), surplus };
}

function arrivedBody(
  operation: Operation,
  binding: Binding,
  received: Received,
  parameters: readonly Placement[],
): { readonly body: unknown; readonly surplus: readonly string[] } {
  const fields = bodyPlacements(binding);
  const inBody = fields.filter(({ server }) => server?.part === "body");
  const others = [...parameters.map(({ server }) => server), ...fixedIn(binding).map(({ place }) => place)];
  const given = others.reduce(without, received.body);
  const left = inBody.reduce((rest, { server }) => without(rest, server), given);
  const moved = reshaped(
    given,
    inBody.map((placement) => moveOf(binding, placement)),
  );
  const body = reshaped(moved, renamings(binding, fields, moved));
  return {
    body: fields
      .filter(({ server }) => server !== undefined && server.part !== "body")
      .reduce((made, placement) => {
        const value = typed(operation.body, placement.own.at, arrivedValue(binding, placement, received));
        return value === undefined ? made : withAt(made, placement.own.at, () => value);
      }, body),
    surplus: fields
      .filter(({ own }) => own.at.length > 0 && valueAtPath(left, own.at) !== undefined)
      .map(({ name }) => name),
  };
}

function without(value: unknown, place: RequestPlace | undefined): unknown {
  return place?.part === "body" ? withoutAt(value, place.at) : value;
}

function moveOf(binding: Binding, { name, own, server, form }: Placement): Move {
  return { from: server?.at ?? [], to: own.at, change: onArrival(binding.values, name, form, true) };
}

/** What becomes of values that keep their place: those of which the file tells the names, and all others by `*`. */
function renamings({ values = {} }: Binding, fields: readonly Placement[], body: unknown): readonly Move[] {
  const names = Object.keys(values).filter((name) => name !== "*" && !fields.some((field) => field.name === name));
  const told = [...fields.map(({ own }) => own.at), ...names.map(readFieldPath)];
  const others = values["*"] === undefined ? [] : leavesOf(body).filter((leaf) => !told.some((at) => meets(leaf, at)));
  const inPlace = (at: FieldPath, name: string): Move => ({
    from: at,
    to: at,
    change: onArrival(values, name, undefined, true),
  });
  return [...names.map((name) => inPlace(readFieldPath(name), name)), ...others.map((leaf) => inPlace(leaf, "*"))];
}

/** The paths of all values that are no objects. */
function leavesOf(value: unknown): readonly FieldPath[] {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, inside]) => leavesOf(inside).map((at) => [name, ...at]))
    : [[]];
}

/** One of the paths leads to the other. */
function meets(one: FieldPath, other: FieldPath): boolean {
  return one.slice(0, other.length).every((step, at) => step === other[at]);
}

function arrivedValue(binding: Binding, { name, own, server, form }: Placement, received: Received): unknown {
  const given = valueIn(received, server);
  if (given === undefined) {
    return undefined;
  }
  const isText = server?.part !== "body" && form === "seconds" && typeof given === "string";
  return onArrival(binding.values, name, form, own.part === "body")(isText ? Number(given) : given);
}

/** The value at a place of the call. A parameter has one name, dots and all. */
export function valueIn(received: Received, place: RequestPlace | undefined): unknown {
  if (place === undefined) {
    return undefined;
  }
  const { part, at } = place;
  return part === "body" ? valueAtPath(received.body, at) : received[part][at.join(".")];
}
