import { closest, distance } from "fastest-levenshtein";
import { describeOperation } from "../../contract";
import { ownOperations, type OwnOperation } from "../../binding/pulling/contract-operations";
import type { Pulled } from "../../binding/pulling/pull";
import type { Colours } from "../terminal";

/** The operations that a person means by `addFiles` or `store/data.addFiles`. */
export function operationsNamed(name: string): readonly OwnOperation[] {
  const all = ownOperations();
  const exact = all.filter(({ operation }) => operation.key === name);
  return exact.length > 0 ? exact : all.filter(({ operation }) => operation.id === name);
}

/** What somebody may have meant, as the end of a sentence. */
export function guessFor(name: string): string {
  const keys = ownOperations().map(({ operation }) => operation.key);
  const near = closest(name, keys);
  return distance(name, near) <= Math.max(2, name.length / 3) ? `; did you mean ${near}?` : "";
}

/** The candidates of some operations, with all that speaks for and against each. */
export function explanationOf(operations: readonly OwnOperation[], { matches }: Pulled) {
  return operations.map(({ operation }) => {
    const match = matches.get(operation.key);
    return {
      operation: operation.key,
      form: describeOperation(operation),
      verdict: match?.verdict ?? "missing",
      candidates: (match?.candidates ?? []).map((it) => ({
        document: it.operation.document,
        id: it.operation.id,
        method: it.operation.method,
        path: it.operation.path,
        points: it.points,
        ruledOut: it.isRuledOut,
        reasons: it.reasons,
      })),
    };
  });
}

export type Explanation = ReturnType<typeof explanationOf>[number];

const verdicts = {
  matched: "matched: the first candidate is bound",
  ambiguous: "there is no clear match: write `chosen: ` with one of the candidates in the file, and pull again",
  missing: "no operation of the server is similar",
} as const;

export function explained({ operation, form, verdict, candidates }: Explanation, { bold, dim }: Colours): string {
  return [
    `${bold(operation)}  ${form}`,
    `  ${verdicts[verdict]}`,
    ...candidates.flatMap((it) => [
      "",
      `  ${bold(`${it.points} points`)}  ${it.id}  ${it.method} ${it.path} ${dim(`(${it.document})`)}`,
      ...it.reasons.map(({ points, text }) => `    ${signed(points).padStart(4)}  ${text}`),
      ...(it.ruledOut ? ["          it is of another kind, so only a person can bind it"] : []),
    ]),
  ].join("\n");
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}
