import { closest, distance } from "fastest-levenshtein";

/** Names of which all are told where none of them is near. */
const MOST_TOLD = 12;

/** Goes on after a sentence that a name is not known: the name that may be meant, or the names there are if they are few. */
export function suggestion(name: string, known: readonly string[], noun: string): string {
  if (known.length === 0) {
    return "";
  }
  const near = closest(name, [...known]);
  if (distance(name.toLowerCase(), near.toLowerCase()) <= Math.max(2, name.length / 3)) {
    return `. Did you mean \`${near}\`?`;
  }
  return known.length <= MOST_TOLD ? `. The ${noun} are ${known.map((it) => `\`${it}\``).join(", ")}.` : "";
}
