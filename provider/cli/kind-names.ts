import { kinds, type Kind } from "../kinds";
import { emptyValue } from "./empty-values";

/** The names in an option that takes several, with commas in between. None of them is empty. */
export function namesIn(text: string, option: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) {
    throw emptyValue(option);
  }
  return names;
}

/** The kind that a person names, in capital letters or small ones. */
export function kindNamed(name: string): Kind | undefined {
  return kinds.find((kind) => kind.name.toLowerCase() === name.toLowerCase());
}
