import type { HaleContent } from "../../../provider/formats/hale";

export type Side = "source" | "target";

/** A schema that a project names. */
export interface NamedSchema {
  readonly location?: string;
  readonly namespaces: readonly string[];
}

/**
 * The schemas of one side. A project tells the namespace only where it keeps a copy of the schema; where it names a single
 * schema, those of the types that it maps are taken, which are of that schema then or of what it imports.
 */
export function namedSchemas({ resources, alignment }: HaleContent, side: Side): NamedSchema[] {
  const found = resources.filter(({ kind }) => kind === `${side}Schema`);
  const mapped = (alignment?.cells ?? [])
    .filter(({ isOfTypes }) => isOfTypes)
    .flatMap((cell) => cell[side].map(({ namespace }) => namespace))
    .filter((namespace) => namespace !== "");
  return found.map(({ location, namespaces }) => ({
    ...(location === undefined ? {} : { location }),
    namespaces: namespaces.length > 0 || found.length > 1 ? namespaces : [...new Set(mapped)],
  }));
}
