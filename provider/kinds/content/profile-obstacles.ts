import { distance } from "fastest-levenshtein";
import type { schemas } from "../../contract";
import type { Obstacle, Outlook } from "../kind";

/** The fields of a profile that name feature types. */
type Demands = {
  readonly [K in "mandatoryFeatureTypes" | "constraints" | "conditions" | "taggedValues"]?:
    schemas.ProfileInfo[K] | undefined;
};

interface Named {
  readonly field: string;
  readonly name: string;
}

/** How many names a message lists. */
const MOST_NAMES = 20;

/** Feature types that the schema does not have. Checked only if the schema exists and this run does not change it. */
export async function featureTypeObstacles(outlook: Outlook, schema: string, demands: Demands): Promise<Obstacle[]> {
  if (!outlook.knows(schema) || outlook.mayChange("Schema", schema)) {
    return [];
  }
  const { featureTypes } = (await outlook.see("Schema", schema))?.values ?? {};
  const names = Array.isArray(featureTypes) ? (featureTypes as readonly string[]) : [];
  const known = new Set(names.flatMap((name) => [name, withoutNamespace(name)]));
  return names.length === 0
    ? []
    : namesIn(outlook, demands)
        .filter(({ name }) => !known.has(name) && !mayBeOfType(name))
        .map((named) => obstacleOf(named, schema, names));
}

/** A profile may also name a feature type by its type, `AddressType`. The schema does not list the types. */
function mayBeOfType(name: string): boolean {
  return /type$/i.test(name);
}

function namesIn({ knows }: Outlook, demands: Demands): Named[] {
  const { mandatoryFeatureTypes = [], constraints = [], conditions = [], taggedValues = [] } = demands;
  const named = [
    ...(knows(mandatoryFeatureTypes) ? mandatoryFeatureTypes : []).map((name) => ["mandatoryFeatureTypes", name]),
    ...(knows(constraints) ? constraints : []).map(({ featureType }) => ["constraints", featureType]),
    ...(knows(conditions) ? conditions : [])
      .flatMap((condition) => [...condition.if.terms, ...condition.then.terms])
      .map(({ featureType }) => ["conditions", featureType]),
    ...(knows(taggedValues) ? taggedValues : []).map(({ featureType }) => ["taggedValues", featureType]),
  ] as const;
  const each = new Map(named.map(([field = "", name]) => [JSON.stringify([field, name]), { field, name }]));
  return [...each.values()].filter((it): it is Named => it.name !== undefined);
}

function obstacleOf({ field, name }: Named, schema: string, names: readonly string[]): Obstacle {
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
