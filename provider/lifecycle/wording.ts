import type { z } from "zod";

const types: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

const formats: Readonly<Record<string, string>> = {
  email: "an e-mail address",
  url: "a web address",
  date: "a date, YYYY-MM-DD",
  datetime: "a point in time, such as 2026-01-31T12:00:00Z",
};

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
};

/**
 * What was expected, in the words of the other errors, where a field does not say so itself; undefined leaves it to the
 * library that checks.
 */
export function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${types[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `expected ${issue.values.length > 1 ? "one of " : ""}${issue.values.map((it) => JSON.stringify(it)).join(", ")}`;
    case "invalid_format":
      return formats[issue.format] === undefined ? undefined : `expected ${formats[issue.format] ?? ""}`;
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? "expected a text that is not empty"
        : `expected ${amount("at least", issue.origin, Number(issue.minimum), issue.inclusive)}`;
    case "too_big":
      return `expected ${amount("at most", issue.origin, Number(issue.maximum), issue.inclusive)}`;
    case "invalid_union":
      return "expected one of the forms that docs/reference names";
    default:
      return undefined;
  }
}

function amount(limit: "at least" | "at most", origin: string, bound: number, inclusive = true): string {
  const [one, many] = units[origin] ?? [];
  if (one !== undefined && many !== undefined) {
    return `${limit} ${bound.toLocaleString("en")} ${bound === 1 ? one : many}`;
  }
  return inclusive ? `${limit} ${String(bound)}` : `${limit === "at least" ? "more" : "less"} than ${String(bound)}`;
}
