import { readApiDocument, type ApiField } from "../../provider/binding/documents";
import type { Binding, ReceivedSpec, SentSpec } from "../../provider/binding/file/model";
import { ownOperations, type OwnOperation } from "../../provider/binding/pulling/contract-operations";
import { nameOfPath } from "../../provider/binding/pulling/field-name";
import { pull } from "../../provider/binding/pulling/pull";
import { entriesOf, isJson, OWN, type Json } from "./json";
import { renamed, type MadeUp } from "./rename";
import { resolved, truthOf, type Truth } from "./truth";

/** What came of one made-up platform. */
export interface Judgement {
  readonly seed: number;
  readonly operations: Share;
  readonly fields: Share;
  /** How many proposals take an object, or a list of one, from another operation: `foundIn` and `with`. */
  readonly composed: number;
  /** What was bound to something else: operation, field, and where it went. */
  readonly wrong: readonly string[];
}

/** Of how many there are, how many were bound without a person. */
export interface Share {
  readonly bound: number;
  readonly all: number;
}

export function judge(seed: number): Judgement {
  const made = renamed(seed);
  const documents = made.documents.map(({ name, content }) => ({
    name,
    from: name,
    read: readApiDocument(name, JSON.stringify(content)),
  }));
  const { file } = pull(documents, { servers: ["https://platform.example"], date: "2026-01-01" });
  const wrong: string[] = [];
  const [operations, fields] = [
    { bound: 0, all: 0 },
    { bound: 0, all: 0 },
  ];
  const byKey = new Map(ownOperations().map((own) => [own.operation.key, own] as const));
  const lists: KnownLists = (key) => {
    const [own, binding, place] = [byKey.get(key), file.operations[key], made.places.get(key)];
    const isRight =
      own !== undefined && binding !== undefined && place !== undefined && placeOf(own, binding) === place;
    return isRight ? { binding, truth: truthOfAnswer(operationAt(made, place)) } : undefined;
  };
  let composed = 0;
  for (const own of ownOperations()) {
    const { key } = own.operation;
    const place = made.places.get(key);
    const binding = file.operations[key] ?? {};
    const found = place === undefined ? undefined : operationAt(made, place);
    const proposals = proposalsIn(binding, found === undefined ? new Map() : truthOfAnswer(found), lists);
    composed += proposals.count;
    wrong.push(...proposals.wrong.map((text) => `${key}: ${text}`));
    const there = placeOf(own, binding);
    operations.all += place === undefined ? 0 : 1;
    if (there === undefined) {
      continue;
    }
    if (there !== place) {
      wrong.push(`${key} is bound to ${there}, not to ${place ?? "nothing"}`);
      continue;
    }
    operations.bound += 1;
    const judged = judgeFields(own, binding, operationAt(made, place));
    fields.bound += judged.bound;
    fields.all += judged.all;
    wrong.push(...judged.wrong.map((text) => `${key}: ${text}`));
  }
  return { seed, operations, fields, composed, wrong };
}

/** A list of the server that is bound rightly, with what its fields are. */
type KnownLists = (key: string) => { readonly binding: Binding; readonly truth: Truth } | undefined;

/** What a binding takes from lists. It is wrong if the list is another one, or if the server has it with the object. */
function proposalsIn(
  { foundIn, with: joined = {} }: Binding,
  answer: Truth,
  lists: KnownLists,
): { readonly count: number; readonly wrong: readonly string[] } {
  const keys = foundIn === undefined ? [] : Object.keys(foundIn.where).map((name) => ({ list: foundIn.list, name }));
  const wrongKeys = keys.flatMap(({ list, name }) => {
    const known = lists(list);
    const there = known === undefined ? undefined : sourceOf(specAt(known.binding.answer, name), name);
    return there !== undefined && known?.truth.get(there) === name ? [] : [`it is looked for in ${list} by ${name}`];
  });
  const wrongLists = Object.entries(joined).flatMap(([name, { list }]) =>
    lists(list) === undefined || [...answer.values()].includes(name) ? [`${name} is taken from ${list}`] : [],
  );
  return { count: keys.length + Object.keys(joined).length, wrong: [...wrongKeys, ...wrongLists] };
}

function placeOf({ operation }: OwnOperation, { same, method, path }: Binding): string | undefined {
  if (same === true) {
    return `${operation.method} ${operation.service.basePath}${operation.path}`;
  }
  return method === undefined ? undefined : `${method} ${path ?? ""}`;
}

interface Found {
  readonly document: Json;
  readonly operation: Json;
}

function operationAt({ documents }: MadeUp, place: string): Found {
  const [method = "", path = ""] = place.split(" ");
  for (const { content } of documents) {
    const base = String(content["basePath"]);
    for (const [at, methods] of entriesOf(content["paths"])) {
      const operation = methods[method.toLowerCase()];
      if (`${base}${at}` === path && isJson(operation)) {
        return { document: content, operation };
      }
    }
  }
  throw new Error(`there is no ${place}`);
}

interface JudgedFields extends Share {
  readonly wrong: readonly string[];
}

function judgeFields(own: OwnOperation, binding: Binding, found: Found): JudgedFields {
  const { printed } = own;
  const sent = judgePart(
    [...parameterFields(own), ...inBody(printed.body?.fields ?? [])],
    (name, place) => targetOf(specAt(place === "body" ? binding.body : binding.parameters, name), name, place),
    truthOfCall(found),
  );
  const received = judgePart(
    inAnswer(printed.answer.fields).filter(({ name }) => !Object.hasOwn(binding.with ?? {}, name)),
    (name) => sourceOf(specAt(binding.answer, name), name),
    truthOfAnswer(found),
  );
  return {
    bound: sent.bound + received.bound,
    all: sent.all + received.all,
    wrong: [...sent.wrong, ...received.wrong],
  };
}

interface Named {
  readonly name: string;
  readonly place: "path" | "query" | "body" | "answer";
}

function parameterFields({ operation, printed }: OwnOperation): readonly Named[] {
  const pages = operation.paged ? ["offset", "limit"] : [];
  return [
    ...printed.pathParameters.map(({ path }) => ({ name: nameOfPath(path), place: "path" as const })),
    ...printed.query
      .map(({ path }) => ({ name: nameOfPath(path), place: "query" as const }))
      .filter(({ name }) => !pages.includes(name)),
  ];
}

const inBody = (fields: readonly ApiField[]): readonly Named[] =>
  leaves(fields).map((name) => ({ name, place: "body" }));
const inAnswer = (fields: readonly ApiField[]): readonly Named[] =>
  leaves(fields).map((name) => ({ name, place: "answer" }));

/** Fields of lists go with the list; their names are judged where they stand by themselves. */
function leaves(fields: readonly ApiField[]): readonly string[] {
  const names = fields
    .filter(({ path }) => path.length > 0 && !path.includes("[]"))
    .map(({ path }) => nameOfPath(path));
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
}

function judgePart(
  fields: readonly Named[],
  targetFor: (name: string, place: Named["place"]) => string | undefined,
  truth: Truth,
): JudgedFields {
  const places = new Map([...truth].map(([there, own]) => [own, there]));
  const wrong: string[] = [];
  let [bound, all] = [0, 0];
  for (const { name, place } of fields) {
    const own = place === "answer" || place === "body" ? name : `${place}:${name}`;
    const right = places.get(own);
    const target = targetFor(name, place);
    all += right === undefined ? 0 : 1;
    if (target === undefined || target.startsWith("asked:")) {
      continue;
    }
    if (truth.get(target) === own) {
      bound += 1;
    } else {
      wrong.push(`${own} goes to ${target}, not to ${right ?? "nothing"}`);
    }
  }
  return { bound, all, wrong };
}

/** One null stands for all members of an object. */
function specAt<Spec>(specs: Readonly<Record<string, Spec>> | undefined, name: string): Spec | null | undefined {
  const isGone = Object.entries(specs ?? {}).some(([at, spec]) => spec === null && name.startsWith(`${at}.`));
  return isGone ? null : specs?.[name];
}

/** In the words of the truth: `query:name`, and a bare path within the body. undefined: it is not sent. */
function targetOf(spec: SentSpec | undefined, name: string, place: Named["place"]): string | undefined {
  const to = typeof spec === "object" && spec !== null ? spec.to : spec;
  if (to === null) {
    return undefined;
  }
  const [, prefix = place, target = name] = /^(?:(path|query|body):)?(.*)$/.exec(to ?? name) ?? [];
  return prefix === "body" ? target : `${prefix}:${target}`;
}

function sourceOf(spec: ReceivedSpec | undefined, name: string): string | undefined {
  if (spec === null) {
    return undefined;
  }
  if (typeof spec === "object") {
    return "from" in spec ? spec.from : undefined;
  }
  return spec ?? name;
}

function truthOfCall({ document, operation }: Found): Truth {
  const parameters = Array.isArray(operation["parameters"]) ? (operation["parameters"] as Json[]) : [];
  const body = parameters.find((one) => one["in"] === "body");
  const named = parameters.flatMap((one) =>
    typeof one[OWN] === "string" && one["in"] !== "body"
      ? [[`${String(one["in"])}:${String(one["name"])}`, `${ownPlace(one)}:${one[OWN]}`] as const]
      : [],
  );
  return new Map([...named, ...truthOf(document, body?.["schema"])]);
}

/** Where the provider has a parameter: one that is required there was in the path. */
function ownPlace(parameter: Json): string {
  return parameter["required"] === true ? "path" : "query";
}

function truthOfAnswer({ document, operation }: Found): Truth {
  const responses = entriesOf(operation["responses"]);
  const [, response] = responses.find(([status]) => status.startsWith("2")) ?? [];
  const schema = resolved(document, response?.["schema"]);
  const list = schema?.["type"] === "array" ? schema : listIn(schema);
  return truthOf(document, list === undefined ? schema : list["items"]);
}

/** The list in an envelope, which has no name of the provider. */
function listIn(schema: Json | undefined): Json | undefined {
  const inside = entriesOf(schema?.["properties"]).find(([, member]) => member["type"] === "array" && !(OWN in member));
  return inside?.[1];
}
