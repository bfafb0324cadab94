import { z } from "zod";
import type { Operation } from "../../../contract";
import { readFieldPath } from "../../applying/field-path";
import { pagingOf } from "../../applying/paging";
import type { Binding } from "../../file/model";
import { fromOf, keysOfJoined } from "../answer";
import { valueAt, isObject, without, type Json } from "./json";
import { reshapedSchema, type SchemaMove } from "./reshaped";
import { withSchema, type PrintedModels } from "./schema";
import { written } from "./written";

/** The answer of a call that succeeded, as the server declares it. */
export function answerDeclared(operation: Operation, binding: Binding, printed: unknown, models: PrintedModels): Json {
  const response = isObject(printed) ? printed : {};
  const described = { description: response["description"] ?? "OK" };
  if (binding.thenRead !== undefined) {
    return described;
  }
  if (operation.gives !== "json") {
    return without(response, "headers");
  }
  const own = response["schema"];
  const isList = operation.answer instanceof z.ZodArray;
  const moves = movesOf(binding);
  const shown = (schema: unknown): unknown =>
    withKeys(models, binding, moves.length === 0 ? schema : reshapedSchema(models, schema, moves));
  const inner = isList ? { type: "array", items: shown(valueAt(own, "items")) } : shown(own);
  const schema =
    binding.list === undefined
      ? inner
      : withSchema(models, {}, readFieldPath(binding.list), { schema: inner as Json, required: true });
  return { ...described, ...(operation.paged ? paged(binding, models, schema) : { schema }) };
}

function movesOf(binding: Binding): readonly SchemaMove[] {
  const named = Object.entries(binding.answer ?? {}).map(([name, spec]): SchemaMove => {
    const from = fromOf(spec);
    const form = typeof spec === "object" && spec !== null && "from" in spec ? spec.as : undefined;
    return {
      from: readFieldPath(name),
      to: from === undefined ? undefined : readFieldPath(from),
      change: written(binding.values, name, form),
    };
  });
  return [...named, ...Object.keys(binding.with ?? {}).map((name) => ({ from: readFieldPath(name), to: undefined }))];
}

function withKeys(models: PrintedModels, binding: Binding, schema: unknown): unknown {
  return Object.keys(keysOfJoined(binding)).reduce<unknown>(
    (made, field) => withSchema(models, made, readFieldPath(field), { schema: { type: "string" }, required: true }),
    schema,
  );
}

/** The answer with what it tells of its list. */
function paged(binding: Binding, models: PrintedModels, schema: unknown): Json {
  const paging = pagingOf(binding);
  const told = paging.by === "cursor" ? paging.next : paging.by === "none" ? undefined : paging.total;
  if (told === undefined) {
    return { schema };
  }
  const header = /^header:(.*)$/.exec(told)?.[1];
  if (header !== undefined) {
    return { schema, headers: { [header]: { type: "integer", description: "Length of the whole list." } } };
  }
  const of: Json = paging.by === "cursor" ? { type: "string", "x-nullable": true } : { type: "integer" };
  return binding.list === undefined
    ? { schema }
    : { schema: withSchema(models, schema, readFieldPath(told), { schema: of, required: true }) };
}
