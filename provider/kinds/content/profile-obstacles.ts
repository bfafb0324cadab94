import type { schemas } from "../../contract";
import type { Obstacle, Outlook } from "../kind";
import { namedTypeObstacles, type NamedType } from "./feature-type-obstacles";

/** The fields of a profile that name feature types. */
type Demands = {
  readonly [K in "mandatoryFeatureTypes" | "constraints" | "conditions" | "taggedValues"]?:
    schemas.ProfileInfo[K] | undefined;
};

/** Feature types that the schema does not have. */
export function featureTypeObstacles(outlook: Outlook, schema: string, demands: Demands): Promise<Obstacle[]> {
  return namedTypeObstacles(outlook, schema, namesIn(outlook, demands));
}

function namesIn({ knows }: Outlook, demands: Demands): NamedType[] {
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
  return [...each.values()].filter((it): it is NamedType => it.name !== undefined);
}
