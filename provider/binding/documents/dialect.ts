import type { Content } from "./content";
import { entriesAt, listAt, shown, textsAt, valueAt, type Json } from "./json";
import { documentLimits } from "./limits";
import type { ApiDocument } from "./model";
import type { DocumentReading } from "./reading";

/** A place in the document where parameters stand: an operation, with the path that it is at. */
export interface OperationPlace {
  readonly operation: Json;
  readonly item: Json;
  /** Of the path and of the operation, each resolved; the operation's own ones win. */
  readonly parameters: readonly Json[];
}

/** Where the two forms of documents differ. */
export interface Dialect {
  readonly form: ApiDocument["form"];
  /** What stands before each path. */
  readonly prefix: (reading: DocumentReading, place: OperationPlace) => string;
  readonly schemaOf: (parameter: Json) => unknown;
  /** What may be sent; undefined if nothing is. */
  readonly sent: (reading: DocumentReading, place: OperationPlace) => Content | undefined;
  readonly given: (reading: DocumentReading, place: OperationPlace, response: Json) => Content;
}

const json = ["application/json"];

export const swagger2: Dialect = {
  form: "Swagger 2.0",
  prefix: ({ root }) => {
    const path = valueAt(root, "basePath");
    return typeof path === "string" ? path : "";
  },
  // A parameter says its type itself; what it is called and where it travels means nothing to a schema.
  schemaOf: (parameter) => parameter,
  sent: (reading, { operation, parameters }) => {
    const media = mediaAt(reading, "consumes", operation);
    const body = parameters.find((one) => valueAt(one, "in") === "body");
    if (body !== undefined) {
      return new Map(media.map((one) => [one, valueAt(body, "schema")]));
    }
    const parts = parameters.filter((one) => valueAt(one, "in") === "formData");
    return parts.length === 0 ? undefined : new Map([[mediaOfForm(media, parts), schemaOfForm(parts)]]);
  },
  given: (reading, { operation }, response) => {
    const schema = valueAt(response, "schema");
    const media = mediaAt(reading, "produces", operation);
    return new Map(schema === undefined ? [] : media.map((one) => [one, schema]));
  },
};

/** An operation's own types win over those of the document. */
function mediaAt(reading: DocumentReading, key: "consumes" | "produces", operation: Json): readonly string[] {
  const own = textsAt(operation, key);
  const media = own.length > 0 ? own : textsAt(reading.root, key);
  reading.step(media.length);
  return media.length > 0 ? media : json;
}

function mediaOfForm(media: readonly string[], parts: readonly Json[]): string {
  const hasFile = parts.some((part) => valueAt(part, "type") === "file");
  return hasFile ? "multipart/form-data" : (media.find((one) => one.includes("form")) ?? "multipart/form-data");
}

function schemaOfForm(parts: readonly Json[]): Json {
  const named = parts.map((part) => [String(valueAt(part, "name")), part] as const);
  const required = named.filter(([, part]) => valueAt(part, "required") === true).map(([name]) => name);
  return { type: "object", properties: Object.fromEntries(named), required };
}

export const openApi3: Dialect = {
  form: "OpenAPI 3",
  prefix: (reading, { operation, item }) => {
    const [server] = [operation, item, reading.root]
      .map((holder) => listAt(holder, "servers"))
      .flatMap((servers) => servers.slice(0, 1));
    return server === undefined ? "" : pathOf(reading, server);
  },
  schemaOf: (parameter) => valueAt(parameter, "schema") ?? valueAt(entriesAt(parameter, "content")[0]?.[1], "schema"),
  sent: (reading, { operation }) => {
    const body = reading.resolve(valueAt(operation, "requestBody"));
    return body === undefined ? undefined : contentOf(reading, body);
  },
  given: (reading, _place, response) => contentOf(reading, response),
};

function contentOf(reading: DocumentReading, holder: Json): Content {
  const described = entriesAt(holder, "content");
  reading.step(described.length);
  return new Map(described.map(([media, one]) => [media, valueAt(one, "schema")]));
}

/** The path of a server's address, each variable at its default. */
function pathOf(reading: DocumentReading, server: unknown): string {
  const url = valueAt(server, "url");
  const variables = valueAt(server, "variables");
  const address = (typeof url === "string" ? url.slice(0, documentLimits.text) : "").replaceAll(
    /\{([^{}]*)\}/g,
    (_, name: string) => {
      const value = valueAt(valueAt(variables, name), "default");
      return typeof value === "string" ? value : "";
    },
  );
  try {
    return new URL(address, "http://server/").pathname;
  } catch {
    reading.remark(`The server's address "${shown(address)}" is no address. Paths are read without it.`);
    return "";
  }
}
