import type { Binding, Form, SentSpec } from "../file/model";
import type { Asked, BoundCall } from "./asked";
import { evaluate } from "./expression";
import { isOnTheWay, leavesOf, readFieldPath, valueAtPath, valuesAtPath, withAt, type FieldPath } from "./field-path";
import { parametersIn, readPlace, type RequestPart, type RequestPlace } from "./place";
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
  const bare: BoundCall = {
    method: binding.method ?? own.method,
    path,
    parameters: {},
    query: {},
    ...(await bodyOf(binding, own, asked)),
  };
  return [
    ...Object.entries(own.parameters).map(([name, value]) => parameter(binding, name, value, "path", path)),
    ...queryOf(binding, own).map(([name, value]) => parameter(binding, name, value, "query", path)),
    ...elsewhere(binding).map(([name, spec]) =>
      placing(binding, name, spec, valueAtPath(own.body, readFieldPath(name)), "body"),
    ),
    ...Object.entries(binding.fixed ?? {}).map(([place, value]) => ({ place: readPlace(place, "body"), value })),
  ].reduce(placed, bare);
}

interface Placing {
  /** undefined: the server does not take it. */
  readonly place: RequestPlace | undefined;
  readonly value: unknown;
}

/** The parameters that are given, and those for which the server gets a value if none is. */
function queryOf({ parameters = {} }: Binding, own: BoundCall): readonly (readonly [string, unknown])[] {
  const names = new Set([...Object.keys(own.query), ...Object.keys(parameters)]);
  return [...names]
    .filter((name) => !Object.hasOwn(own.parameters, name))
    .map((name) => [name, own.query[name]] as const);
}

/** A path parameter of which the server's path says nothing goes nowhere, unless the binding says where. */
function parameter(binding: Binding, name: string, value: unknown, part: RequestPart, path: string): Placing {
  const spec = binding.parameters?.[name];
  if (spec !== undefined) {
    return placing(binding, name, spec, value, part);
  }
  const isTaken = part !== "path" || parametersIn(path).includes(name);
  return {
    place: isTaken ? { part, at: [name] } : undefined,
    value: changed(binding, name, undefined, value, false),
  };
}

function placing(binding: Binding, name: string, spec: SentSpec, given: unknown, part: RequestPart): Placing {
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
  const change = changeOf(binding, name, as, isInBody);
  return value === undefined || change === undefined ? value : change(value);
}

/** As `changeOnTheWay`, with the field's name in the error. */
function changeOf({ values }: Binding, name: string, as: Form | undefined, isInBody: boolean) {
  const change = changeOnTheWay(values, name, as, isInBody);
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
  // No parameter is null: where a value became that, the server gets none.
  const isNothing = value === undefined || (value === null && place?.part !== "body");
  return place === undefined || isNothing ? call : put(call, place, value);
}

function put(call: BoundCall, { part, at }: RequestPlace, value: unknown): BoundCall {
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
    const body = await evaluate(binding.bodyExpression, own.body, asked);
    return body === undefined ? {} : { body };
  }
  if (own.body === undefined || isFile(own.body)) {
    return own.body === undefined ? {} : { body: own.body };
  }
  const specs = Object.entries(binding.body ?? {});
  const refused = specs.find(([name, spec]) => spec === null && valuesAtPath(own.body, readFieldPath(name)).length > 0);
  if (refused !== undefined) {
    throw new NoPlace(refused[0], "the server has no such field");
  }
  const body = reshaped(
    reshaped(own.body, renamings(binding, own.body)),
    specs.map(([name, spec]) => moveOf(binding, name, spec)),
  );
  return body === undefined ? {} : { body };
}

function moveOf(binding: Binding, name: string, spec: SentSpec): Move {
  const from = readFieldPath(name);
  const { to, as, byDefault } = read(spec);
  if (to === undefined || !staysInBody(spec)) {
    return { from, to: undefined };
  }
  const change = changeOf(binding, name, as, true);
  return { from, to: readPlace(to, "body").at, byDefault, ...(change === undefined ? {} : { change }) };
}

/** What becomes of values that no move brings along: those that the file names, and all others by `*`. */
function renamings(binding: Binding, body: unknown): readonly Move[] {
  const moved = Object.keys(binding.body ?? {});
  const names = Object.keys(binding.values ?? {}).filter((name) => name !== "*" && !moved.includes(name));
  const told = [...moved, ...names].map(readFieldPath);
  const others = leavesOf(body).filter((leaf) => !told.some((path) => isOnTheWay(leaf, path)));
  const inPlace = (path: FieldPath, name: string): readonly Move[] => {
    const change = changeOf(binding, name, undefined, true);
    return change === undefined ? [] : [{ from: path, to: path, change }];
  };
  return [
    ...names.flatMap((name) => inPlace(readFieldPath(name), name)),
    ...others.flatMap((leaf) => inPlace(leaf, "*")),
  ];
}

function isFile(body: unknown): boolean {
  return typeof body === "object" && body !== null && typeof (body as { readonly open?: unknown }).open === "function";
}
