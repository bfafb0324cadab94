import type { Binding, Form } from "../../file/model";
import { isObject, without, type Json } from "./json";

const types: Readonly<Record<Form, Json>> = {
  integer: { type: "integer", format: "int64" },
  number: { type: "number" },
  text: { type: "string" },
  boolean: { type: "boolean" },
  iso: { type: "string", format: "date-time" },
  seconds: { type: "integer", format: "int64" },
};

/** What only holds for the provider's own form of a value. */
const ofForm = ["type", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "enum"];

/** The schema of a value as the server writes it: its form, and the values that it calls otherwise. */
export function written(values: Binding["values"], name: string, form: Form | undefined) {
  const table = values?.[name] ?? {};
  return function change(schema: Json): Json {
    if (schema["type"] === "array") {
      return { ...schema, items: change(isObject(schema["items"]) ? schema["items"] : {}) };
    }
    const named = Object.keys(table).length === 0 ? schema : withNames(schema, table);
    return form === undefined ? named : { ...without(named, ...ofForm), ...types[form] };
  };
}

function withNames(schema: Json, table: NonNullable<Binding["values"]>[string]): Json {
  const known = Array.isArray(schema["enum"]) ? (schema["enum"] as unknown[]) : undefined;
  const rest = without(schema, "pattern");
  const named = known?.map((own) => (typeof own === "string" && Object.hasOwn(table, own) ? table[own] : own));
  return named === undefined ? rest : { ...rest, enum: [...new Set(named)].filter((one) => one !== null) };
}
