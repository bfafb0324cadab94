import { valueAt, isObject, without, type Json } from "./json";
import { listIn } from "./parameters";
import { expanded, type PrintedModels } from "./schema";

/** Two operations of the provider that are one on the server. What only one of them takes need not be there. */
export function merged(models: PrintedModels, one: Json, other: Json): Json {
  const [ours, theirs] = [listIn(one), listIn(other)];
  const all = [...ours, ...theirs.filter((parameter) => find(ours, parameter) === undefined)];
  return {
    ...one,
    summary: [one["summary"], other["summary"]].join("; "),
    parameters: all.map((parameter) => {
      const [mine, its] = [find(ours, parameter), find(theirs, parameter)];
      return mine === undefined || its === undefined ? optional(parameter) : together(models, mine, its);
    }),
    responses: answers(models, one["responses"], other["responses"]),
  };
}

/** A call that may mean either has an answer of either. */
function answers(models: PrintedModels, mine: unknown, its: unknown): Json {
  const [ours, theirs] = [mine, its].map((responses) => (isObject(responses) ? responses : {})) as [Json, Json];
  const common = Object.keys(ours).filter((status) => /^2/.test(status) && Object.hasOwn(theirs, status));
  const both = common.map((status) => {
    const [a, b] = [valueAt(ours[status], "schema"), valueAt(theirs[status], "schema")];
    const schema = a === undefined || b === undefined ? (a ?? b) : united(models, a, b);
    return [status, { ...(ours[status] as Json), ...(schema === undefined ? {} : { schema }) }] as const;
  });
  return { ...theirs, ...ours, ...Object.fromEntries(both) };
}

function find(parameters: readonly Json[], { name, in: place }: Json): Json | undefined {
  return parameters.find((one) => one["in"] === place && (place === "body" || one["name"] === name));
}

function optional(parameter: Json): Json {
  return parameter["in"] === "path" ? parameter : { ...parameter, required: false };
}

function together(models: PrintedModels, mine: Json, its: Json): Json {
  return mine["in"] === "body"
    ? { ...mine, schema: united(models, mine["schema"], its["schema"]) }
    : { ...oneOf(mine, its), required: mine["required"] === true && its["required"] === true };
}

/** An object that has the fields of both. */
function united(models: PrintedModels, mine: unknown, its: unknown): unknown {
  const [a, b] = [expanded(models, mine), expanded(models, its)];
  const [ours, theirs] = [valueAt(a, "properties"), valueAt(b, "properties")];
  if (!isObject(ours) || !isObject(theirs)) {
    return oneOf(a, b);
  }
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const isRequired = (name: string): boolean => [a, b].every((one) => listed(one, "required").includes(name));
  const required = names.filter(isRequired);
  return {
    ...without(a, "required"),
    properties: Object.fromEntries(
      names.map((name) => [
        name,
        Object.hasOwn(ours, name) && Object.hasOwn(theirs, name)
          ? united(models, ours[name], theirs[name])
          : (ours[name] ?? theirs[name]),
      ]),
    ),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** A value that is one of both: all values that either may have. */
function oneOf(mine: Json, its: Json): Json {
  const [ours, theirs] = [listed(mine, "enum"), listed(its, "enum")];
  return ours.length === 0 || theirs.length === 0
    ? without(mine, "enum")
    : { ...mine, enum: [...new Set([...ours, ...theirs])] };
}

function listed(schema: Json, name: string): readonly unknown[] {
  const list = schema[name];
  return Array.isArray(list) ? (list as unknown[]) : [];
}
