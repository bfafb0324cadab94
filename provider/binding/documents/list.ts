import type { DocumentReading } from "./reading";
import { shapeOf } from "./schema";
import type { SchemaShape } from "./shape";

/** A list in an answer. */
export interface FoundList {
  readonly at: readonly string[];
  /** Schema of each item. */
  readonly items: unknown;
}

/** What APIs call the list in a page. */
const payloads = new Set(
  "content contents data elements entities entries hits items list members objects records resources result results rows value values".split(
    " ",
  ),
);

/** What APIs call an object around a page. */
const envelopes = new Set(["_embedded", "embedded", "data", "payload", "response", "result", "results"]);

/** Words of the names that stand beside a list: counters, cursors, links, and whether all went well. */
const aboutLists = new Set(
  (
    "after before code count cursor embedded empty error errors first from has last length limit link links message meta " +
    "metadata more next number of offset page pageable pages pagination paging per prev previous self size skip sort " +
    "sorted start status success timestamp to token took top total totals truncated url"
  ).split(" "),
);

/** The list that an answer is, or that it holds beside nothing but counters and cursors. */
export function listIn(reading: DocumentReading, schema: unknown, path: string): FoundList | undefined {
  const shape = shapeOf(reading, schema);
  if (shape.type === "array") {
    return { at: [], items: shape.items };
  }
  const found = pageIn(reading, shape, path);
  if (found !== undefined) {
    return found;
  }
  const around = [...shape.members].filter(([name]) => envelopes.has(name));
  const [envelope] = around;
  if (envelope === undefined || around.length > 1 || !isAboutLists(shape, envelope[0])) {
    return undefined;
  }
  const inside = pageIn(reading, shapeOf(reading, envelope[1]), envelope[0].endsWith("embedded") ? undefined : path);
  return inside === undefined ? undefined : { ...inside, at: [envelope[0], ...inside.at] };
}

/** Without a path, the list may have any name. */
function pageIn(reading: DocumentReading, shape: SchemaShape, path: string | undefined): FoundList | undefined {
  reading.step(shape.members.size);
  const lists = [...shape.members].flatMap(([name, schema]) => {
    const { type, items } = shapeOf(reading, schema);
    return type === "array" && shapeOf(reading, items).type === "object" ? [{ name, items }] : [];
  });
  const [list] = lists;
  if (list === undefined || lists.length > 1 || !isAboutLists(shape, list.name)) {
    return undefined;
  }
  const isPayload =
    path === undefined || payloads.has(list.name.slice(0, 100).toLowerCase()) || isResource(list.name, path);
  return isPayload ? { at: [list.name], items: list.items } : undefined;
}

/** `/v1/users/{id}/memberships` answers `memberships`, or `membershipList`. */
function isResource(name: string, path: string): boolean {
  const last = path.split("/").findLast((part) => part !== "" && !part.startsWith("{")) ?? "";
  return singular(name) === singular(last);
}

function singular(name: string): string {
  const plain = name
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return plain
    .replace(/list$/, "")
    .replace(/ies$/, "y")
    .replace(/(?<=[sxz]|ch|sh)es$|(?<!s)s$/, "");
}

function isAboutLists({ members }: SchemaShape, list: string): boolean {
  return [...members.keys()].every((name) => name === list || wordsOf(name).some((word) => aboutLists.has(word)));
}

/** totalElements, total_elements → total, elements */
function wordsOf(name: string): string[] {
  const words = name.slice(0, 100).replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, " ");
  return words.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
