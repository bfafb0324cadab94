import { wordsOf } from "./words";

/** One step of a path: what it names, or the place of a parameter. */
type Step = string;

/** The steps of a path in one spelling. Versions and other words that name no thing are left out. */
export function shapeOf(path: string): readonly Step[] {
  return path
    .split("/")
    .filter((step) => step !== "" && !/^v\d+(\.\d+)*$/i.test(step) && !/^(api|rest)$/i.test(step))
    .map((step) => (step.startsWith("{") ? "{}" : wordsOf(step).join(" ")));
}

/** How much of two paths is the same, in the same order: from 0 to 1. */
export function likenessOfPaths(one: string, other: string): number {
  const [a, b] = [shapeOf(one), shapeOf(other)];
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : commonSteps(a, b) / longest;
}

/** The longest sequence of steps that both have, in this order. */
function commonSteps(a: readonly Step[], b: readonly Step[]): number {
  let before: number[] = Array.from({ length: b.length + 1 }, () => 0);
  for (const step of a) {
    const row = [0];
    b.forEach((other, index) => {
      const isSame = step === other;
      row.push(isSame ? (before[index] ?? 0) + 1 : Math.max(before[index + 1] ?? 0, row[index] ?? 0));
    });
    before = row;
  }
  return before.at(-1) ?? 0;
}
