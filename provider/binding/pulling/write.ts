import { isDeepStrictEqual } from "node:util";
import type { Document, Node, Pair, Scalar, YAMLMap } from "yaml";
import { describeOperation } from "../../contract/operation";
import type { ContractFile } from "../file/model";
import { ownOperations } from "./contract-operations";

type Yaml = typeof import("yaml");

const lesson = ` yaml-language-server: $schema=./node_modules/pulumi-haleconnect/docs/haleconnect.contract.schema.json

 How the API of this server differs from what the provider expects.
 \`haleconnect contract pull\` wrote this file. Read it, correct it, and keep it with your program.

 Each operation stands below a comment with its form in the provider. It says only what differs:
   same: true        the server has the operation as the provider has it
   confirmed: false  a likely match. Compare it with the server's document. Then write \`confirmed: true\`.
                     Nothing is written to the server with it before.
   candidates        several may be it. Choose one: write \`chosen: \` with its id or its method and path, and pull again.
   missing: true     the server has no such operation
 \`name: a.b\` says where the server has a field, \`name: null\` that it has none.

 Pull again when the server changes: what has a method and a path stays as it is, and remarks say what changed.
 To have an operation matched anew, remove it from this file.`;

const shape = { indent: 2, lineWidth: 0 } as const;

/**
 * The text of a contract file. With the text of the former one, its comments stay, and what is the same is not touched.
 */
export function writeContract(file: ContractFile, before?: string): string {
  const yaml = require("yaml") as Yaml;
  if (before === undefined) {
    const document = new yaml.Document({});
    document.commentBefore = lesson;
    return written(yaml, document, file);
  }
  try {
    return written(yaml, yaml.parseDocument(before), file);
  } catch {
    // What an alias repeats is no longer before it: each repetition is written out.
    return written(yaml, withoutAliases(yaml, yaml.parseDocument(before)), file);
  }
}

function withoutAliases(yaml: Yaml, document: Document): Document {
  yaml.visit(document, {
    Alias: (_, alias) => alias.resolve(document)?.clone() as Node | undefined,
  });
  yaml.visit(document, {
    Node: (_, node) => {
      delete (node as { anchor?: string }).anchor;
    },
  });
  return document;
}

function written(yaml: Yaml, document: Document, file: ContractFile): string {
  const { operations, ...head } = file;
  for (const [key, value] of Object.entries(head)) {
    setIfOther(document, [key], value);
  }
  const map = mapAt(yaml, document);
  arrange(yaml, document, map, operations);
  return document.toString(shape);
}

function mapAt(yaml: Yaml, document: Document): YAMLMap {
  const found = document.get("operations");
  if (yaml.isMap(found)) {
    return found;
  }
  const map = new yaml.YAMLMap();
  document.set("operations", map);
  return map;
}

/** Former operations keep their order. A new one comes after the operation that stands before it in the contract. */
function arrange(yaml: Yaml, document: Document, map: YAMLMap, operations: ContractFile["operations"]): void {
  const forms = new Map(ownOperations().map(({ operation }) => [operation.key, describeOperation(operation)]));
  const pairs = new Map((map.items as Pair<Scalar<string>>[]).map((pair) => [pair.key.value, pair]));
  const first = map.items[0] as Pair<Scalar<string>> | undefined;
  if (first !== undefined && typeof map.commentBefore === "string") {
    // The reader gives a comment before the first operation to all of them.
    first.key.commentBefore = map.commentBefore;
    map.commentBefore = null;
    map.spaceBefore = false;
  }
  const keys = inOrder(
    [...pairs.keys()].filter((key) => Object.hasOwn(operations, key)),
    Object.keys(operations),
  );
  map.items = keys.map((key) => {
    const binding = operations[key] ?? {};
    const pair = pairs.get(key) ?? new yaml.Pair<Scalar<string>>(new yaml.Scalar(key), new yaml.YAMLMap());
    comment(pair.key, forms.get(key));
    pair.key.spaceBefore = key !== keys[0];
    update(yaml, document, pair, binding);
    return pair;
  });
}

function inOrder(former: readonly string[], all: readonly string[]): readonly string[] {
  const order = [...former];
  all.forEach((key, index) => {
    if (!order.includes(key)) {
      order.splice(order.indexOf(all[index - 1] ?? "") + 1, 0, key);
    }
  });
  return order;
}

function comment(key: Scalar<string>, form: string | undefined): void {
  const before = key.commentBefore ?? "";
  if (form !== undefined && !before.split("\n").includes(` ${form}`)) {
    key.commentBefore = before === "" ? ` ${form}` : ` ${form}\n${before}`;
  }
}

function update(yaml: Yaml, document: Document, pair: Pair<Scalar<string>>, binding: object): void {
  const { value } = pair;
  if (!yaml.isMap(value)) {
    pair.value = document.createNode(binding);
    return;
  }
  const now = new Map(Object.entries(binding));
  for (const { key } of value.items as Pair<Scalar<string>>[]) {
    if (!now.has(key.value)) {
      keepComment(pair.key, key.commentBefore);
      if (key.value === "chosen") {
        // What was a word or two is about to become many lines.
        value.flow = false;
      }
      value.delete(key.value);
    }
  }
  for (const [key, member] of now) {
    const old = value.get(key, true) as Node | undefined;
    if (old === undefined || !isDeepStrictEqual(old.toJS(document), member)) {
      value.set(key, document.createNode(member));
    }
  }
}

/** A comment about a line that goes stays with the operation. */
function keepComment(key: Scalar, text: string | null | undefined): void {
  if (typeof text === "string" && text !== "") {
    key.commentBefore = [key.commentBefore, text].filter((it) => typeof it === "string" && it !== "").join("\n");
  }
}

function setIfOther(document: Document, path: readonly string[], value: unknown): void {
  const old = document.getIn(path, true) as Node | undefined;
  if (old === undefined || !isDeepStrictEqual(old.toJS(document), value)) {
    document.setIn(path, document.createNode(value));
  }
}
