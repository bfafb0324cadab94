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
  base64: "a text in base64",
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
 * Says what was expected, in the words of the other errors, if the field does not say it itself. undefined leaves the
 * words to zod.
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
      return `expected ${alternatives(issue.errors)}`;
    case "invalid_key":
      return `expected as its name ${wanted(issue.issues)[0] ?? "another text"}`;
    default:
      return undefined;
  }
}

/** Says what each form expects of the value as a whole, without what it expects of members. */
function alternatives(forms: readonly (readonly z.core.$ZodIssue[])[]): string {
  const all = new Set(forms.flatMap(wanted));
  const told = [...all].filter((it) => it !== EMPTY || !all.has("a text"));
  return told.length === 0
    ? "one of the forms that node_modules/pulumi-haleconnect/docs/reference names"
    : told.join(" or ");
}

const EMPTY = '""';

function wanted(issues: readonly z.core.$ZodIssue[]): string[] {
  const [issue] = issues;
  return issue === undefined || issue.path.length > 0 ? [] : [issue.message.replace(/^expected /, "")];
}

function amount(limit: "at least" | "at most", origin: string, bound: number, inclusive = true): string {
  const [one, many] = units[origin] ?? [];
  if (one !== undefined && many !== undefined) {
    return `${limit} ${bound.toLocaleString("en")} ${bound === 1 ? one : many}`;
  }
  return inclusive ? `${limit} ${String(bound)}` : `${limit === "at least" ? "more" : "less"} than ${String(bound)}`;
}
