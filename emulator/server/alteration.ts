import { z } from "zod";
import { headers as names } from "../../provider/contract";
import { json, type OutgoingAnswer } from "./answer";

/** What can be wrong with one value of an answer: any value, a list, or the length that is told of a paged list. */
export const valueAlterations = ["absent", "null", "otherType", "reversed"] as const;
export const listAlterations = ["doubled", "short", "long"] as const;
export const totalAlterations = ["totalAbsent", "totalOne", "totalMore"] as const;

export const Alteration = z.strictObject({
  at: z
    .array(z.string())
    .describe('Where in the answer: names of members; "*" stands for every item of a list. Nothing: the whole answer.'),
  how: z.enum([...valueAlterations, ...listAlterations, ...totalAlterations]),
});
export type Alteration = z.output<typeof Alteration>;

/** The answer with one value of it altered. Refusals, files, and answers that have no such value are as they were. */
export function altered(answer: OutgoingAnswer, { at, how }: Alteration): OutgoingAnswer {
  const isJson = answer.headers["content-type"]?.startsWith("application/json") === true;
  if (answer.status >= 300 || !isJson || !Buffer.isBuffer(answer.body)) {
    return answer;
  }
  const body = JSON.parse(answer.body.toString("utf8")) as unknown;
  const { "content-type": _type, ...headers } = answer.headers;
  if (how === "totalAbsent" || how === "totalOne" || how === "totalMore") {
    return json(answer.status, body, withTotal(headers, how));
  }
  return json(answer.status, alteredAt(body, at, how), headers);
}

type How = Exclude<Alteration["how"], (typeof totalAlterations)[number]>;

function withTotal(headers: Readonly<Record<string, string>>, how: (typeof totalAlterations)[number]) {
  const { [names.totalCount]: total, ...rest } = headers;
  if (total === undefined || how === "totalAbsent") {
    return rest;
  }
  return { ...rest, [names.totalCount]: how === "totalOne" ? "1" : String(Number(total) + 5) };
}

function alteredAt(value: unknown, at: readonly string[], how: How): unknown {
  const [name, ...rest] = at;
  if (name === undefined) {
    return alteredValue(value, how);
  }
  if (name === "*") {
    return Array.isArray(value) ? value.map((item) => alteredAt(item, rest, how)) : value;
  }
  if (!isMap(value) || !Object.hasOwn(value, name)) {
    return value;
  }
  const { [name]: inside, ...others } = value;
  const isGone = rest.length === 0 && how === "absent";
  return isGone ? others : { ...value, [name]: alteredAt(inside, rest, how) };
}

function alteredValue(value: unknown, how: How): unknown {
  switch (how) {
    case "absent":
    case "null":
      return null;
    case "otherType":
      return ofAnotherType(value);
    case "reversed":
      return Array.isArray(value)
        ? [...(value as unknown[])].reverse()
        : isMap(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value;
    default:
      return Array.isArray(value) ? alteredList(value, how) : value;
  }
}

function ofAnotherType(value: unknown): unknown {
  if (typeof value === "string") {
    return 7;
  }
  return Array.isArray(value) ? {} : isMap(value) ? "text" : { is: value };
}

function alteredList(list: readonly unknown[], how: (typeof listAlterations)[number]): unknown[] {
  const [first] = list;
  switch (how) {
    case "doubled":
      return list.flatMap((item) => [item, item]);
    case "short":
      return list.slice(1);
    case "long":
      return first === undefined ? [] : [...list, isMap(first) ? { ...first, id: "9999999" } : first];
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
