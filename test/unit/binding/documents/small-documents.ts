import {
  readApiDocument,
  type ApiDocument,
  type ApiField,
  type ApiOperation,
} from "../../../../provider/binding/documents";

type Json = Record<string, unknown>;

export const readSwagger = (document: Json): ApiDocument =>
  readApiDocument("test", JSON.stringify({ swagger: "2.0", info: { title: "Test" }, ...document }));

export const readOpenApi = (document: Json): ApiDocument =>
  readApiDocument("test", JSON.stringify({ openapi: "3.0.3", info: { title: "Test" }, ...document }));

export function only(document: ApiDocument): ApiOperation {
  const [operation, ...others] = document.operations;
  if (operation === undefined || others.length > 0) {
    throw new Error(`expected one operation: ${document.remarks.join(" ")}`);
  }
  return operation;
}

/** An answer of this schema, read from an OpenAPI document. */
export function answering(schema: Json, { path = "/things", schemas = {} }: { path?: string; schemas?: Json } = {}) {
  const get = { responses: { 200: { description: "OK", content: { "application/json": { schema } } } } };
  const document = readOpenApi({ paths: { [path]: { get } }, components: { schemas } });
  return { ...only(document).answer, remarks: document.remarks };
}

/** `owner.name: string!` for each field; the exclamation mark says that it is required. */
export const inShort = (fields: readonly ApiField[]): string[] =>
  fields.map(({ path, type, items, required }) => {
    const whole = items === undefined ? type : `${type} of ${items}`;
    return `${path.join(".")}: ${whole}${required ? "!" : ""}`;
  });
