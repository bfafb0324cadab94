import type { Binding, Form, SentSpec } from "../file/model";
import type { Asked, BoundCall } from "./asked";
import { evaluate } from "./expression";
import { valueAtPath, withAt, readFieldPath } from "./field-path";
import { parametersIn, readPlace, type Part, type Place } from "./place";
import { reshaped, type Move } from "./shape";
import { changeOnTheWay } from "./values";
import { NotExpressible } from "./written-form";

/** A value of the provider that the server cannot take, told before anything is sent. */
export class NoPlace extends Error {
  constructor(
    /** The provider's name for it. */
    readonly field: string,
    why: string,
  ) {
    super(why);
  }
}

/** The call in the server's words. Throws `NoPlace` if the server cannot take one of its values. */
export async function boundCall(binding: Binding, own: BoundCall): Promise<BoundCall> {
  const path = binding.path ?? own.path;
  const asked: Asked = { path: own.parameters, query: own.query, body: own.body };
  const bare: BoundCall = { method: binding.method ?? own.method, path, parameters: {}, query: {} };
  const withParameters = [
    ...named(own.parameters, "path", parametersIn(path)),
    ...named(own.query, "query", undefined),
  ].reduce((call, { name, value, part }) => placed(call, specOf(binding, name, value, part)), {
    ...bare,
    ...(await bodyOf(binding, own, asked)),
  });
  const withBodyParts = elsewhere(binding).reduce(
    (call, [name, spec]) => placed(call, valueIn(own.body, name, spec, binding)),
    withParameters,
  );
  return Object.entries(binding.fixed ?? {}).reduce(
    (call, [place, value]) => put(call, readPlace(place, "body"), value),
    withBodyParts,
  );
}

interface Named {
  readonly name: string;
  readonly value: unknown;
  readonly part: Part;
}

/** A path parameter of which the server's path says nothing goes nowhere, unless the binding says where. */
function named(
  values: Readonly<Record<string, unknown>>,
  part: Part,
  known: readonly string[] | undefined,
): readonly (Named & { readonly isKnown: boolean })[] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    value,
    part,
    isKnown: known === undefined || known.includes(name),
  }));
}

interface Placing {
  readonly place: Place | undefined;
  readonly value: unknown;
}

function specOf(binding: Binding, name: string, value: unknown, part: Part): Placing {
  const spec = binding.parameters?.[name];
  if (spec === undefined) {
    const isTaken = part !== "path" || parametersIn(binding.path ?? `{${name}}`).includes(name);
    return {
      place: isTaken ? { part, at: [name] } : undefined,
      value: changed(binding, name, undefined, value, false),
    };
  }
  return placing(binding, name, spec, value, part);
}

function valueIn(body: unknown, name: string, spec: SentSpec, binding: Binding): Placing {
  return placing(binding, name, spec, valueAtPath(body, readFieldPath(name)), "body");
}

function placing(binding: Binding, name: string, spec: SentSpec, given: unknown, part: Part): Placing {
  const { to, as, byDefault } = read(spec);
  if (to === undefined) {
    return { place: undefined, value: undefined };
  }
  const value = given === undefined ? byDefault : changed(binding, name, as, given, part === "body");
  return { place: readPlace(to, part), value };
}

function read(spec: SentSpec): { readonly to?: string; readonly as?: Form; readonly byDefault?: unknown } {
  if (spec === null) {
    return {};
  }
  if (typeof spec === "string") {
    return { to: spec };
  }
  return { to: spec.to, ...(spec.as === undefined ? {} : { as: spec.as }), byDefault: spec.default };
}

function changed(binding: Binding, name: string, as: Form | undefined, value: unknown, isInBody: boolean): unknown {
  return guarded(name, changeOnTheWay(binding.values, name, as, isInBody))?.(value) ?? value;
}

function guarded(name: string, change: ((value: unknown) => unknown) | undefined) {
  return change === undefined
    ? undefined
    : (value: unknown): unknown => {
        try {
          return change(value);
        } catch (error) {
          throw error instanceof NotExpressible ? new NoPlace(name, error.message) : error;
        }
      };
}

function placed(call: BoundCall, { place, value }: Placing): BoundCall {
  return place === undefined || value === undefined ? call : put(call, place, value);
}

function put(call: BoundCall, { part, at }: Place, value: unknown): BoundCall {
  const name = at.join(".");
  switch (part) {
    case "path":
      return { ...call, parameters: { ...call.parameters, [name]: value } };
    case "query":
      return { ...call, query: { ...call.query, [name]: value } };
    case "body":
      return { ...call, body: withAt(call.body, at, () => value) };
  }
}

/** Fields of the body that the server takes in its path or query. */
function elsewhere({ body, bodyExpression }: Binding): readonly (readonly [string, SentSpec])[] {
  return bodyExpression !== undefined ? [] : Object.entries(body ?? {}).filter(([, spec]) => !staysInBody(spec));
}

function staysInBody(spec: SentSpec): boolean {
  const { to } = read(spec);
  return to === undefined || readPlace(to, "body").part === "body";
}

async function bodyOf(binding: Binding, own: BoundCall, asked: Asked): Promise<{ readonly body?: unknown }> {
  if (binding.bodyExpression !== undefined) {
    return { body: await evaluate(binding.bodyExpression, own.body, asked) };
  }
  if (own.body === undefined || isFile(own.body)) {
    return own.body === undefined ? {} : { body: own.body };
  }
  const specs = Object.entries(binding.body ?? {});
  const refused = specs.find(
    ([name, spec]) => spec === null && valueAtPath(own.body, readFieldPath(name)) !== undefined,
  );
  if (refused !== undefined) {
    throw new NoPlace(refused[0], "the server has no such field");
  }
  const body = reshaped(own.body, [
    ...specs.map(([name, spec]) => moveOf(binding, name, spec)),
    ...unnamed(binding, own),
  ]);
  return withDefaults(body, specs, own.body);
}

function moveOf(binding: Binding, name: string, spec: SentSpec): Move {
  const { to, as } = read(spec);
  const change = guarded(name, changeOnTheWay(binding.values, name, as, true));
  return {
    from: readFieldPath(name),
    to: to === undefined || !staysInBody(spec) ? undefined : readPlace(to, "body").at,
    ...(change === undefined ? {} : { change }),
  };
}

/** Fields that keep their name, and whose values the server calls otherwise. */
function unnamed(binding: Binding, { body }: BoundCall): readonly Move[] {
  const fields = typeof body === "object" && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  return fields
    .filter((name) => !Object.keys(binding.body ?? {}).some((own) => readFieldPath(own)[0] === name || own === ""))
    .flatMap((name) => {
      const change = changeOnTheWay(binding.values, name, undefined, true);
      return change === undefined ? [] : [{ from: [name], to: [name], change }];
    });
}

function withDefaults(body: unknown, specs: readonly (readonly [string, SentSpec])[], own: unknown) {
  const made = specs.reduce((inside, [name, spec]) => {
    const { to, byDefault } = read(spec);
    const isLeftOut = valueAtPath(own, readFieldPath(name)) === undefined;
    return to === undefined || byDefault === undefined || !isLeftOut || !staysInBody(spec)
      ? inside
      : withAt(inside, readPlace(to, "body").at, () => byDefault);
  }, body);
  return made === undefined ? {} : { body: made };
}

function isFile(body: unknown): boolean {
  return typeof body === "object" && body !== null && typeof (body as { readonly open?: unknown }).open === "function";
}
