import { firstOf, isJson, isStructured, isText, type Content } from "./content";
import { fieldsOf } from "./fields";
import { entriesAt, valueAt, type Json } from "./json";
import { listIn } from "./list";
import type { ApiAnswer } from "./model";
import type { DocumentReading } from "./reading";
import { shapeOf } from "./schema";

const empty = { isList: false, fields: [], beside: [] } as const;

/** Where the answer of a success stands: the lowest status from 200 to 299, else the default. */
export function successOf(operation: Json): readonly [number, unknown] | undefined {
  const responses = entriesAt(operation, "responses");
  const [lowest] = responses.filter(([status]) => /^2\d\d$/.test(status)).sort(([a], [b]) => Number(a) - Number(b));
  if (lowest !== undefined) {
    return [Number(lowest[0]), lowest[1]];
  }
  const other = responses.find(([status]) => /^2XX$/i.test(status)) ?? responses.find(([key]) => key === "default");
  return other === undefined ? undefined : [200, other[1]];
}

/** Statuses of failures, in their order. */
export function refusalsOf(operation: Json): readonly number[] {
  const statuses = Object.keys(valueAt(operation, "responses") ?? {});
  return statuses
    .filter((status) => /^[45]\d\d$/.test(status))
    .map(Number)
    .sort((a, b) => a - b);
}

export function readAnswer(reading: DocumentReading, path: string, status: number, content: Content): ApiAnswer {
  const [media, schema] = firstOf(content, isJson) ?? firstOf(content, isText) ?? [...content][0] ?? [];
  if (media === undefined || status === 204) {
    return { status, gives: "nothing", ...empty };
  }
  const { type } = shapeOf(reading, schema);
  if (type === "file" || !(isJson(media) || isText(media) || isStructured(type))) {
    return { status, gives: "file", ...empty };
  }
  const list = listIn(reading, schema, path);
  return list === undefined
    ? { status, gives: "json", ...empty, fields: fieldsOf(reading, schema) }
    : {
        status,
        gives: "json",
        isList: true,
        listAt: list.at,
        fields: fieldsOf(reading, list.items),
        beside: list.at[0] === undefined ? [] : fieldsOf(reading, schema, { out: new Set([list.at[0]]) }),
      };
}
