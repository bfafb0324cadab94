import { overlapOf, wordsOf } from "./words";

/** One step of a path: what it names, or the place of a parameter. */
export interface PathStep {
  /** In one spelling; `{}` for a parameter. */
  readonly text: string;
  readonly words: readonly string[];
  readonly weight: number;
}

const PARAMETER_WEIGHT = 0.5;

/** A step that all paths of a document begin with tells nothing of one of them. */
const COMMON_WEIGHT = 0.15;

/** The steps of a path in one spelling. Versions and other words that name no thing are left out. */
export function shapeOf(path: string, common = 0): readonly PathStep[] {
  return stepsOf(path).map((step, index) => {
    const isParameter = step.startsWith("{");
    const words = isParameter ? [] : wordsOf(step);
    const weight = isParameter ? PARAMETER_WEIGHT : index < common ? COMMON_WEIGHT : 1;
    return { text: isParameter ? "{}" : words.join(" "), words, weight };
  });
}

export function stepsOf(path: string): readonly string[] {
  return path.split("/").filter((step) => step !== "" && !/^v\d+(\.\d+)*$/i.test(step) && !/^(api|rest)$/i.test(step));
}

/**
 * How many steps all paths begin with, less one that is a thing itself: a path ends with it, or goes on with a parameter.
 * With few paths nobody can tell.
 */
export function commonSteps(paths: readonly string[]): number {
  const all = paths.map(stepsOf);
  const [first = [], ...others] = all;
  if (others.length < 3) {
    return 0;
  }
  const end = first.findIndex((step, index) => others.some((other) => other[index] !== step));
  const shared = end < 0 ? first.length : end;
  const isThing = all.some((steps) => (steps[shared] ?? "{}").startsWith("{"));
  return Math.max(0, isThing ? shared - 1 : shared);
}

/** How much of two paths is the same, in the same order: from 0 to 1. */
export function likenessOfShapes(one: readonly PathStep[], other: readonly PathStep[]): number {
  const all = weightOf(one) + weightOf(other);
  return all === 0 ? 1 : (2 * commonWeight(one, other)) / all;
}

export function likenessOfPaths(one: string, other: string): number {
  return likenessOfShapes(shapeOf(one), shapeOf(other));
}

function weightOf(steps: readonly PathStep[]): number {
  let sum = 0;
  for (const { weight } of steps) {
    sum += weight;
  }
  return sum;
}

/** Two rows, used again and again: paths are compared by the hundred thousand. */
let [before, row] = [new Float64Array(64), new Float64Array(64)];

/** Of the longest sequence of steps that both have, in this order. */
function commonWeight(a: readonly PathStep[], b: readonly PathStep[]): number {
  if (before.length <= b.length) {
    [before, row] = [new Float64Array(2 * b.length), new Float64Array(2 * b.length)];
  }
  before.fill(0, 0, b.length + 1);
  for (const step of a) {
    row[0] = 0;
    for (let index = 0; index < b.length; index += 1) {
      const gain = gainOf(step, b[index] as PathStep);
      const without = Math.max(before[index + 1] ?? 0, row[index] ?? 0);
      row[index + 1] = gain === 0 ? without : Math.max(without, (before[index] ?? 0) + gain);
    }
    [before, row] = [row, before];
  }
  return before[b.length] ?? 0;
}

function gainOf(one: PathStep, other: PathStep): number {
  const weight = Math.min(one.weight, other.weight);
  if (one.text === other.text) {
    return weight;
  }
  if (one.words.length + other.words.length <= 2) {
    return 0;
  }
  const overlap = overlapOf(one.words, other.words);
  return overlap >= 0.5 ? weight * overlap : 0;
}
