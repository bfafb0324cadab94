import { kinds, type Kind } from "../../provider/kinds";

export function kindNamed(name: string): Kind {
  const found = kinds.find((kind) => kind.name === name);
  if (found === undefined) {
    throw new Error(`There is no kind ${name}`);
  }
  return found;
}
