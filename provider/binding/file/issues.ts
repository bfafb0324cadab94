import type { z } from "zod";
import { namesAt, typesAt, valueAt } from "./schema-walk";
import { suggestion } from "./suggestion";
import { expectation, reception } from "./wording";

export interface ContractProblem {
  readonly path: readonly PropertyKey[];
  /** The key of which the reason tells. */
  readonly subject: string;
  readonly reason: string;
}

type Issue = z.core.$ZodIssue;

/** What a schema says of a value: what stands at each key, and what should; no more than the given number of issues. */
export function problemsOf(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly Issue[],
  most: number,
): readonly ContractProblem[] {
  return issues.slice(0, most).flatMap((issue) => {
    const { path } = issue;
    if (issue.code === "unrecognized_keys") {
      const known = namesAt(schema, path, value);
      return issue.keys.slice(0, most).map((key) => problemAt([...path, key], unknown(key, known)));
    }
    if (issue.code === "invalid_union") {
      const meant = meantBranch(issue.errors);
      if (meant !== undefined) {
        return problemsOf(
          schema,
          value,
          meant.map((inner) => ({ ...inner, path: [...path, ...inner.path] })),
          most,
        );
      }
    }
    const expected = issue.message.startsWith("expected ") ? issue.message : expectation(typesAt(schema, path, value));
    return [problemAt(path, `${receptionAt(path, value)}: ${expected}`)];
  });
}

function problemAt(path: readonly PropertyKey[], reason: string): ContractProblem {
  return { path, subject: path.length === 0 ? "the file" : `\`${path.map(String).join(".")}\``, reason };
}

/**
 * The form that the person most likely meant: of those that fit as a whole, the one with the fewest problems. undefined:
 * none fits, or two are equally near.
 */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = branches
    .filter((issues) => !issues.some(isOfAnotherType))
    .map((issues) => ({ issues, weight: issues.reduce((sum, issue) => sum + weightOf(issue), 0) }))
    .sort((one, other) => one.weight - other.weight);
  const [best, next] = fitting;
  return best === undefined || best.weight === next?.weight ? undefined : best.issues;
}

function isOfAnotherType({ code, path }: Issue): boolean {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value");
}

function weightOf(issue: Issue): number {
  return issue.code === "unrecognized_keys" ? issue.keys.length : 1;
}

function unknown(key: string, known: readonly string[]): string {
  const others = known.filter((name) => name !== key);
  return `is not known here${suggestion(key, others, "keys")}`;
}

function receptionAt(path: readonly PropertyKey[], value: unknown): string {
  const found = valueAt(value, path);
  return path.length === 0 && found === null ? "is empty" : reception(found);
}
