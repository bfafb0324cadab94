import type { Dialect } from "./dialect";
import { fieldsNamed } from "./fields";
import { listAt, shown, textAt, valueAt, type Json } from "./json";
import type { ApiField, ApiOperation } from "./model";
import type { DocumentReading } from "./reading";

export type ReadParameters = Pick<ApiOperation, "pathParameters" | "query" | "headers">;

/** The parameters of a path and of one of its operations, which wins where both declare the same. */
export function parametersAt(reading: DocumentReading, item: Json, operation: Json): readonly Json[] {
  const found = new Map<string, Json>();
  for (const one of [...listAt(item, "parameters"), ...listAt(operation, "parameters")]) {
    const parameter = reading.resolve(one);
    const name = valueAt(parameter, "name");
    if (parameter !== undefined && typeof name === "string") {
      reading.step();
      found.set(JSON.stringify([valueAt(parameter, "in"), name]), parameter);
    }
  }
  return [...found.values()];
}

export function readParameters(
  reading: DocumentReading,
  { schemaOf }: Dialect,
  parameters: readonly Json[],
  operation: { readonly label: string; readonly path: string },
): ReadParameters {
  const at = (place: string) => parameters.filter((one) => valueAt(one, "in") === place);
  const fields = (place: string): ApiField[] =>
    at(place).flatMap((one) => fieldsNamed(reading, nameOf(one), described(schemaOf(one), one)));
  for (const cookie of at("cookie")) {
    reading.remark(`${operation.label}: the parameter "${shown(nameOf(cookie))}" is a cookie and is not read.`);
  }
  return {
    pathParameters: inPath(reading, fields("path"), operation),
    query: fields("query"),
    headers: fields("header"),
  };
}

function nameOf(parameter: Json): string {
  return String(valueAt(parameter, "name"));
}

function described(schema: unknown, parameter: Json) {
  return { schema, required: valueAt(parameter, "required") === true, description: textAt(parameter, "description") };
}

/** One for each `{name}` of the path, in its order. */
function inPath(
  reading: DocumentReading,
  declared: readonly ApiField[],
  { label, path }: { readonly label: string; readonly path: string },
): readonly ApiField[] {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  for (const { path: fieldPath } of declared) {
    const [name = ""] = fieldPath;
    if (!names.includes(name)) {
      reading.remark(`${label}: the path has no place for its parameter "${shown(name)}", which is left out.`);
    }
  }
  return names.map((name) => {
    const found = declared.find(({ path: fieldPath }) => fieldPath.length === 1 && fieldPath[0] === name);
    if (found === undefined) {
      reading.remark(`${label}: the parameter "${shown(name)}" of the path is not declared. It is taken as a text.`);
    }
    return found === undefined
      ? { path: [name], type: "string", required: true, description: "" }
      : { ...found, required: true };
  });
}
