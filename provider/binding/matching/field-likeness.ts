import type { ApiField } from "../documents";
import { aspects } from "./vocabulary";
import { fieldWordsOf, overlapOf } from "./words";

/** How alike two fields are, from 0 to 1. Fields whose types cannot stand for each other are not. */
export function likeness(own: ApiField, theirs: ApiField, context: readonly string[] = []): number {
  if (!canStandFor(own, theirs)) {
    return 0;
  }
  if (isSameName(own, theirs)) {
    return 1;
  }
  const byName = Math.max(nameLikeness(own, theirs, []), nameLikeness(own, theirs, context));
  const isSameFormat = own.format !== undefined && own.format === theirs.format;
  return byName === 0
    ? 0
    : Math.min(0.99, byName * 0.9 + (isSameFormat ? 0.1 : 0) + (own.type === theirs.type ? 0.05 : 0));
}

export function isSameName(own: ApiField, theirs: ApiField): boolean {
  return own.path.length === theirs.path.length && own.path.every((step, index) => step === theirs.path[index]);
}

/** What is said of where both stand does not count: `organization_id` of an organisation is its `id`. */
function nameLikeness(own: ApiField, theirs: ApiField, context: readonly string[]): number {
  const mine = without(wholeOf(own), context);
  const whole = without(wholeOf(theirs), context);
  const last = without(fieldWordsOf(theirs.path.at(-1) ?? ""), context);
  const alike = Math.max(wordLikeness(mine, whole), 0.95 * wordLikeness(mine, last));
  const end = fieldWordsOf(own.path.at(-1) ?? "");
  // The name of a thing is not the name of another thing beside it.
  const isOtherName = end.every((word) => aspects.has(word)) && overlapOf(end, last) < 1 && !isSameWords(mine, whole);
  return isOtherName ? OTHER_ASPECT * alike : alike;
}

function isSameWords(one: readonly string[], other: readonly string[]): boolean {
  return overlapOf(one, other) === 1;
}

function wholeOf({ path }: ApiField): readonly string[] {
  return path.length === 1 ? fieldWordsOf(path[0] ?? "") : fieldWordsOf(path.join("."));
}

function without(words: readonly string[], context: readonly string[]): readonly string[] {
  const left = words.filter((word) => !context.includes(word));
  return left.length === 0 ? words : left;
}

/** What stands for a thing may name the thing alone: `role_id` is a role. */
const REFERENCE = 0.93;

/** Words that say more of the same thing: `street_address` is a street. */
const CONTAINED = 0.72;

function wordLikeness(mine: readonly string[], theirs: readonly string[]): number {
  const overlap = overlapOf(mine, theirs);
  if (overlap === 0 || overlap === 1) {
    return overlap;
  }
  const isMineId = mine.includes("id");
  const isReference = isMineId !== theirs.includes("id");
  const asReference = isReference ? REFERENCE * overlapOf(withoutId(mine), withoutId(theirs)) : 0;
  const byWords = isOtherAspect(mine, theirs) ? OTHER_ASPECT * overlap : overlap;
  return Math.max(byWords, asReference, isContained(mine, theirs) ? CONTAINED : 0);
}

/** `created_by_name` says another thing than `createdBy`, however many words are the same. */
const OTHER_ASPECT = 0.8;

function isOtherAspect(mine: readonly string[], theirs: readonly string[]): boolean {
  return (
    mine.every((word) => theirs.includes(word)) && theirs.some((word) => aspects.has(word) && !mine.includes(word))
  );
}

function withoutId(words: readonly string[]): readonly string[] {
  return words.length === 1 ? words : words.filter((word) => word !== "id");
}

function isContained(mine: readonly string[], theirs: readonly string[]): boolean {
  const more = theirs.filter((word) => !mine.includes(word));
  return (
    mine.every((word) => theirs.includes(word)) &&
    !mine.every((word) => aspects.has(word)) &&
    !mine.includes("id") &&
    !more.some((word) => aspects.has(word) || word === "id")
  );
}

const scalar = new Set(["string", "integer", "number"]);

/** An id may be a number on one side; a moment a number or a text. */
function canStandFor(own: ApiField, theirs: ApiField): boolean {
  if (own.type === "array" && theirs.type === "array") {
    return own.items === theirs.items || own.items === "unknown" || theirs.items === "unknown";
  }
  return (
    own.type === theirs.type ||
    theirs.type === "unknown" ||
    own.type === "unknown" ||
    (scalar.has(own.type) && scalar.has(theirs.type))
  );
}
