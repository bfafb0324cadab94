import type { Operation } from "../../contract";
import { valueAtPath, withAt, withoutAt } from "../applying/field-path";
import type { Place } from "../applying/place";
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
  const body = reshaped(given, [
    ...inBody.map((placement) => moveOf(binding, placement)),
    ...unnamed(binding, fields, left),
  ]);
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

function without(value: unknown, place: Place | undefined): unknown {
  return place?.part === "body" ? withoutAt(value, place.at) : value;
}

function moveOf(binding: Binding, { name, own, server, form }: Placement): Move {
  return { from: server?.at ?? [], to: own.at, change: onArrival(binding.values, name, form, true) };
}

/** Fields that keep their name, and whose values the server calls otherwise. */
function unnamed(binding: Binding, fields: readonly Placement[], left: unknown): readonly Move[] {
  const taken = fields.map(({ own }) => own.at[0]);
  const names = typeof left === "object" && left !== null && !Array.isArray(left) ? Object.keys(left) : [];
  return binding.values === undefined || taken.includes(undefined)
    ? []
    : names
        .filter((name) => !taken.includes(name))
        .map((name) => ({ from: [name], to: [name], change: onArrival(binding.values, name, undefined, true) }));
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
export function valueIn(received: Received, place: Place | undefined): unknown {
  if (place === undefined) {
    return undefined;
  }
  const { part, at } = place;
  return part === "body" ? valueAtPath(received.body, at) : received[part][at.join(".")];
}
