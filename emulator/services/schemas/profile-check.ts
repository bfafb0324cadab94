import { distance } from "fastest-levenshtein";
import type { schemas } from "../../../provider/contract";
import { gmlProperties } from "../../../provider/formats/xsd";
import { inBraces } from "../../../provider/formats/xml-tree";
import type { FeatureType, SchemaContent, SchemaProperty } from "../../../provider/formats/schema-content";
import type { InvalidField } from "../../refusal";

/** What a profile demands, as far as it is sent. */
export type Demands = {
  readonly [K in "mandatoryFeatureTypes" | "constraints" | "conditions" | "taggedValues"]?:
    schemas.ProfileInfo[K] | undefined;
};

type Constraint = schemas.ProfileInfo["constraints"][number];

/**
 * What is wrong with a profile by the schema that it narrows: types and properties that are not there, and constraints
 * that are wider (docs/platform.md#schema-profiles). What is in documents that are not among the schema's files cannot be judged, and passes.
 */
export function problemsWithDemands(demands: Demands, content: SchemaContent): InvalidField[] {
  const { mandatoryFeatureTypes = [], constraints = [], conditions = [], taggedValues = [] } = demands;
  return [
    ...mandatoryFeatureTypes.flatMap((name, index) =>
      unknownType(content, `mandatoryFeatureTypes.${String(index)}`, name),
    ),
    ...constraints.flatMap((constraint, index) => wrongConstraint(content, `constraints.${String(index)}`, constraint)),
    ...conditions.flatMap((condition, index) =>
      (["if", "then"] as const).flatMap((part) =>
        condition[part].terms.flatMap((term, at) =>
          wrongPlace(content, `conditions.${String(index)}.${part}.terms.${String(at)}`, term),
        ),
      ),
    ),
    ...taggedValues.flatMap(({ featureType, property }, index) => {
      const field = `taggedValues.${String(index)}`;
      if (featureType === undefined) {
        const message = "is needed, as the value is of a property";
        return property === undefined ? [] : [{ field: `${field}.featureType`, message }];
      }
      return property === undefined
        ? unknownType(content, `${field}.featureType`, featureType)
        : wrongPlace(content, field, { featureType, property });
    }),
  ];
}

interface Place {
  readonly featureType: string;
  readonly property: string;
}

/** What is wrong with the name of a property, if anything. */
export function wrongPlace(content: SchemaContent, field: string, { featureType, property }: Place): InvalidField[] {
  const type = typeNamed(content, featureType);
  if (typeof type === "string") {
    return [{ field: `${field}.featureType`, message: type }];
  }
  const found = propertyAt(type, property);
  return typeof found === "string" ? [{ field: `${field}.property`, message: found }] : [];
}

/** What is wrong with the name of a feature type, if anything. */
export function unknownType(content: SchemaContent, field: string, name: string): InvalidField[] {
  const type = typeNamed(content, name);
  return typeof type === "string" ? [{ field, message: type }] : [];
}

/** A feature type by its name or that of its type, with the namespace or without it; or why there is none. */
function typeNamed({ featureTypes }: SchemaContent, name: string): FeatureType | string {
  const isOfName = (type: FeatureType) =>
    [type.name, inBraces(type), type.type, type.type?.replace(/^\{.*\}/, "")].includes(name);
  const [first, second] = featureTypes.filter(isOfName);
  if (first !== undefined && second !== undefined) {
    return `is a feature type of ${first.namespace} and of ${second.namespace}: write ${inBraces(first)} or ${inBraces(second)}`;
  }
  return (
    first ??
    `is no feature type of the schema${suggestion(
      name,
      featureTypes.map((type) => type.name),
    )}`
  );
}

/** The property at the end of a path; undefined where documents are missing that could tell; or why there is none. */
function propertyAt(type: FeatureType, path: string): SchemaProperty | undefined | string {
  let inside: readonly SchemaProperty[] = type.properties;
  let isOpen = type.isOpen === true;
  let found: SchemaProperty | undefined;
  for (const [index, name] of path.split("/").entries()) {
    found = inside.find((it) => it.name === name) ?? withinObjects(inside, name);
    if (found === undefined) {
      const isKnown = isOpen || (index === 0 && gmlProperties.includes(name));
      const place = index === 0 ? type.name : path.split("/").slice(0, index).join("/");
      const names = inside.map((it) => it.name);
      return isKnown ? undefined : `${place} has no property "${name}"${suggestion(name, names)}`;
    }
    inside = found.inside?.() ?? [];
    isOpen = found.isOpen === true;
  }
  return found;
}

/** In GML a property holds an object, whose name begins with a capital and may be left out of a path. */
function withinObjects(properties: readonly SchemaProperty[], name: string): SchemaProperty | undefined {
  return properties
    .filter((it) => /^\p{Lu}/u.test(it.name))
    .flatMap((it) => it.inside?.() ?? [])
    .find((it) => it.name === name);
}

/** Two letters that changed places are two steps; a short name with two wrong letters is another one. */
function suggestion(name: string, names: readonly string[]): string {
  const most = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  const [near] = names
    .map((other) => [other, distance(name.toLowerCase(), other.toLowerCase())] as const)
    .filter(([, steps]) => steps <= most)
    .sort(([, one], [, other]) => one - other);
  return near === undefined ? "" : `; did you mean "${near[0]}"?`;
}

function wrongConstraint(content: SchemaContent, field: string, constraint: Constraint): InvalidField[] {
  const wrong = wrongPlace(content, field, constraint);
  const type = typeNamed(content, constraint.featureType);
  const property = wrong.length > 0 || typeof type === "string" ? undefined : propertyAt(type, constraint.property);
  return typeof property === "object" ? [...wrong, ...wider(field, constraint, property)] : wrong;
}

const numbers =
  /^(?:\{http:\/\/www\.w3\.org\/2001\/XMLSchema\}(?:decimal|float|double|.*[iI]nteger|int|long|short|byte|unsigned\w+)|java\.(?:lang\.(?:Double|Float|Long|Integer|Short|Number)|math\.\w+))$/;
const builtIn = /^(?:\{http:\/\/www\.w3\.org\/2001\/XMLSchema\}|java\.)/;

/** «Only narrower than the schema» (docs/platform.md#schema-profiles). */
function wider(field: string, constraint: Constraint, property: SchemaProperty): InvalidField[] {
  const { minOccurs, maxOccurs, minimum, maximum } = constraint;
  const problems: InvalidField[] = [];
  if (minOccurs !== undefined && minOccurs < property.minOccurs) {
    const message = `is below ${String(property.minOccurs)}, which the schema demands: a profile only narrows`;
    problems.push({ field: `${field}.minOccurs`, message });
  }
  for (const [name, count] of Object.entries({ minOccurs, maxOccurs })) {
    if (count !== undefined && property.maxOccurs !== undefined && count > property.maxOccurs) {
      const message = `is above ${String(property.maxOccurs)}, which the schema allows: a profile only narrows`;
      problems.push({ field: `${field}.${name}`, message });
    }
  }
  if (maxOccurs !== undefined && maxOccurs < property.minOccurs) {
    const message = `is below ${String(property.minOccurs)}, which the schema demands at least`;
    problems.push({ field: `${field}.maxOccurs`, message });
  }
  const ranges = Object.entries({ minimum, maximum }).filter(([, bound]) => bound !== undefined);
  const type = property.type ?? "";
  if (builtIn.test(type) && !numbers.test(type)) {
    problems.push(
      ...ranges.map(([name]) => ({
        field: `${field}.${name}`,
        message: `is for numbers, and the property is ${type}`,
      })),
    );
  }
  return problems;
}
