import type { z } from "zod";
import type { InvalidField } from "./refusal";

/** What a type says against a value, field by field; `at` is where the value itself lies. */
export function invalidFieldsOf(issues: readonly z.core.$ZodIssue[], at: readonly PropertyKey[] = []): InvalidField[] {
  return issues.flatMap((issue) => problemsOf(issue, at));
}

function problemsOf(issue: z.core.$ZodIssue, at: readonly PropertyKey[]): InvalidField[] {
  const path = [...at, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ field: nameOf([...path, key]), message: "there is no such field" }));
  }
  return [{ field: nameOf(path), message: issue.message }];
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "body" : path.map(String).join(".");
}
