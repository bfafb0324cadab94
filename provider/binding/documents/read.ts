import { BrokenDocument, BrokenOperation } from "./broken-document";
import { openApi3, swagger2, type Dialect } from "./dialect";
import { digestOf } from "./digest";
import { entriesAt, isObject, shown, textAt, valueAt, type Json } from "./json";
import type { ApiDocument, ApiOperation } from "./model";
import { readOperation } from "./operation";
import { parseText } from "./parse";
import { DocumentReading } from "./reading";

const methods = new Set(["get", "put", "post", "delete", "patch", "head", "options", "trace"]);

/**
 * Reads an API document, Swagger 2.0 or OpenAPI 3, in JSON or YAML. Asks no server and no disk for anything.
 * Throws `BrokenDocument` if it cannot be read at all; what else cannot be read is in `remarks`.
 */
export function readApiDocument(name: string, text: string): ApiDocument {
  const root = parseText(name, text);
  const dialect = dialectOf(name, root);
  const digest = digestOf(name, root, text);
  const reading = new DocumentReading(root as Json);
  const operations = readPaths(name, reading, dialect);
  const title = shown(textAt(valueAt(root, "info"), "title"));
  return { name, title, form: dialect.form, digest, operations, remarks: reading.remarks };
}

function dialectOf(name: string, root: unknown): Dialect {
  const [swagger, openapi] = ["swagger", "openapi"].map((key) => valueAt(root, key));
  if (swagger === undefined && openapi === undefined) {
    const keys = isObject(root) ? Object.keys(root).slice(0, 5) : [];
    const has =
      keys.length === 0 ? "it is no object" : `its keys are ${keys.map((key) => `"${shown(key)}"`).join(", ")}`;
    throw new BrokenDocument(
      name,
      `it is no API document: it has neither "swagger" nor "openapi" at its top; ${has}; check the address and the login`,
    );
  }
  const told = swagger ?? openapi;
  const version = typeof told === "string" || typeof told === "number" ? String(told) : "of an unknown version";
  if (swagger !== undefined ? /^2(\.0)?$/.test(version) : /^3(\.|$)/.test(version)) {
    return swagger === undefined ? openApi3 : swagger2;
  }
  const form = swagger === undefined ? "OpenAPI" : "Swagger";
  throw new BrokenDocument(
    name,
    `it is written in ${form} ${shown(version)}; have it published as Swagger 2.0 or OpenAPI 3`,
  );
}

function readPaths(name: string, reading: DocumentReading, dialect: Dialect): readonly ApiOperation[] {
  const paths = entriesAt(reading.root, "paths").filter(([path]) => !path.startsWith("x-"));
  if (paths.length === 0) {
    throw new BrokenDocument(
      name,
      'it has no paths; give the address of the document that lists operations under "paths"',
    );
  }
  const ids = new Set<string>();
  const read: ApiOperation[] = [];
  for (const [path, given] of paths) {
    const item = reading.resolve(given);
    if (item === undefined) {
      reading.remark(`${shown(path)}: the path is no object and is left out.`);
    }
    for (const [method, operation] of Object.entries(item ?? {}).filter(([key]) => methods.has(key))) {
      const one = attempt(reading, `${method.toUpperCase()} ${shown(path)}`, () =>
        readOperation(reading, dialect, { document: name, method, path, item: item ?? {}, operation }),
      );
      read.push(...(one === undefined ? [] : withOwnId(reading, ids, one)));
    }
  }
  return read;
}

function attempt(reading: DocumentReading, label: string, read: () => ApiOperation): ApiOperation | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof BrokenOperation) {
      reading.remark(`${label} is left out: ${error.message}.`);
      return undefined;
    }
    throw error;
  }
}

/** With its path for its id, if another operation has the id too; nothing, if another one has the path too. */
function withOwnId(reading: DocumentReading, ids: Set<string>, operation: ApiOperation): readonly ApiOperation[] {
  const plain = `${operation.method} ${operation.path}`;
  const isTaken = ids.has(operation.id);
  const id = isTaken ? plain : operation.id;
  if (isTaken && ids.has(plain)) {
    reading.remark(`${shown(plain)} is there twice. The second one is left out.`);
    return [];
  }
  if (isTaken) {
    reading.remark(
      `${shown(plain)}: another operation has the id "${shown(operation.id)}" too, so it goes by its path.`,
    );
  }
  ids.add(id);
  return [{ ...operation, id }];
}
