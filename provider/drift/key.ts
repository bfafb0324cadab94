import type { Kind } from "../kinds";

/** The key of an object among all objects of the tenant. Kinds of one family are about the same objects. */
export function keyOf({ name, standing }: Kind, id: string): string {
  return `${standing.family ?? name} ${id}`;
}
