import { distance } from "fastest-levenshtein";
import type { Obstacle, Outlook } from "../kind";

/** A feature type that a field names. */
export interface NamedType {
  readonly field: string;
  readonly name: string;
}

/** How many names a message lists. */
const MOST_NAMES = 20;

/** Feature types that the schema does not have. Checked only if the schema exists and this run does not change it. */
export async function namedTypeObstacles(
  outlook: Outlook,
  schema: string,
  named: readonly NamedType[],
): Promise<Obstacle[]> {
  if (!outlook.knows(schema) || outlook.mayChange("Schema", schema)) {
    return [];
  }
  const { featureTypes } = (await outlook.see("Schema", schema))?.values ?? {};
  const names = Array.isArray(featureTypes) ? (featureTypes as readonly string[]) : [];
  const known = new Set(names.flatMap((name) => [name, withoutNamespace(name)]));
  return names.length === 0
    ? []
    : named.filter(({ name }) => !known.has(name) && !mayBeOfType(name)).map((it) => obstacleOf(it, schema, names));
}

/** A feature type may also be named by its type, `AddressType`. The schema does not list the types. */
function mayBeOfType(name: string): boolean {
  return /type$/i.test(name);
}

function obstacleOf({ field, name }: NamedType, schema: string, names: readonly string[]): Obstacle {
  return {
    field,
    what: `schema ${schema} has no feature type ${JSON.stringify(name)}`,
    why: `\`${field}\` names feature types of the schema, with or without their namespace. The schema has ${inWords(nearestFirst(name, names))}.`,
    remedy: "Give the name of one of its feature types, or change the schema's files first.",
  };
}

function nearestFirst(name: string, names: readonly string[]): string[] {
  const far = (other: string): number =>
    distance(withoutNamespace(name).toLowerCase(), withoutNamespace(other).toLowerCase());
  return names
    .map((other) => ({ other, steps: far(other) }))
    .sort((a, b) => a.steps - b.steps)
    .map(({ other }) => other);
}

function inWords(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? `, and ${more.toLocaleString("en")} more` : ""}`;
}

function withoutNamespace(name: string): string {
  return name.replace(/^\{[^}]*\}/, "");
}
