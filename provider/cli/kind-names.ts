import { kinds, type Kind } from "../kinds";

/** The names in an option that takes several, with commas in between. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** The kind that a person names, in capital letters or small ones. */
export function kindNamed(name: string): Kind | undefined {
  return kinds.find((kind) => kind.name.toLowerCase() === name.toLowerCase());
}
