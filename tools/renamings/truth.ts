import { entriesOf, isJson, OWN, type Json } from "./json";

/** By the path of a field there (`contact.mail`, `query:name`): what the provider calls it. */
export type Truth = ReadonlyMap<string, string>;

/** How deep fields are compared. */
const DEEPEST = 5;

/** Where each field of a model went. */
export function truthOf(document: Json, schema: unknown): Truth {
  const found = new Map<string, string>();
  walk(document, schema, "", "", 0, found);
  return found;
}

function walk(
  document: Json,
  schema: unknown,
  there: string,
  own: string,
  depth: number,
  found: Map<string, string>,
): void {
  const target = resolved(document, schema);
  if (target === undefined || depth > DEEPEST) {
    return;
  }
  for (const [name, member] of entriesOf(target["properties"])) {
    const called = member[OWN];
    const at = joined(there, name);
    if (called === null) {
      walk(document, member, at, own, depth + 1, found);
    } else if (typeof called === "string") {
      found.set(at, joined(own, called));
      walk(document, member, at, joined(own, called), depth + 1, found);
    }
  }
  if (target["items"] !== undefined) {
    walk(document, target["items"], `${there}[]`, `${own}[]`, depth + 1, found);
  }
}

export function resolved(document: Json, schema: unknown): Json | undefined {
  if (!isJson(schema)) {
    return undefined;
  }
  const reference = schema["$ref"];
  if (typeof reference !== "string") {
    return schema;
  }
  const models = document["definitions"];
  const model = isJson(models) ? models[reference.slice("#/definitions/".length)] : undefined;
  return resolved(document, model);
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
