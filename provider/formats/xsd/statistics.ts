import type { SchemaStatistics } from "../schema-content";
import type { PropertyDeclaration, TypeDeclaration } from "./declarations";
import { baseOf, lineageOf, spread, typeOfElement, typeOfProperty } from "./feature-types";
import { isSimpleByName } from "./known-types";
import { keyOf, xs } from "./names";
import type { SchemaSet } from "./schema-set";

/** The figures of the overview; what each counts is said where they are declared. */
export function statisticsOf(set: SchemaSet, features: readonly string[]): SchemaStatistics {
  const local = typesOf(set, true);
  const imported = typesOf(set, false);
  const ofLocal = local.flatMap((type) => declaredIn(set, type));
  const ofImported = imported.flatMap((type) => declaredIn(set, type));
  const declared = [...ofLocal, ...ofImported];
  const simple = declared.filter((property) => isSimple(set, property)).length;
  return {
    types: local.length + imported.length,
    localTypes: local.length,
    importedTypes: imported.length,
    inheritedTypes: local.filter((type) => {
      const base = baseOf(type);
      return base !== undefined && !base.startsWith(`{${xs}}`);
    }).length,
    properties: declared.length,
    importedProperties: ofImported.length,
    inheritedProperties: local.reduce((sum, type) => sum + inherited(set, type), 0),
    complexPropertyTypes: declared.length - simple,
    simplePropertyTypes: simple,
    maxPropertyDepth: deepest(set, features),
  };
}

function typesOf(set: SchemaSet, isOwn: boolean): TypeDeclaration[] {
  return set.documents.filter((document) => set.own.has(document) === isOwn).flatMap(({ types }) => types);
}

/** With those of the types that are declared within its properties. */
function declaredIn(set: SchemaSet, type: TypeDeclaration): PropertyDeclaration[] {
  const members = itself(type).flatMap((it) => it.members);
  return spread(set, members).flatMap((property) => [
    property,
    ...(property.inside === undefined ? [] : declaredIn(set, property.inside)),
  ]);
}

/** With what it was before it redefined itself: that is the same type. */
function itself(type: TypeDeclaration): TypeDeclaration[] {
  const { former } = type;
  // A restriction says everything anew.
  return former === undefined || former === "unknown" || type.isRestriction ? [type] : [...itself(former), type];
}

function inherited(set: SchemaSet, type: TypeDeclaration): number {
  return lineageOf(set, type)
    .filter((it) => !itself(type).includes(it))
    .reduce((sum, { members }) => sum + spread(set, members).length, 0);
}

function isSimple(set: SchemaSet, property: PropertyDeclaration): boolean {
  const type = typeOfProperty(set, property);
  if (property.isAttribute || type !== undefined) {
    return property.isAttribute || type?.isComplex === false;
  }
  const name = property.isReference ? set.elements.get(keyOf(property))?.type : property.type;
  return name !== undefined && isSimpleByName(name);
}

function deepest(set: SchemaSet, features: readonly string[]): number {
  const starts = features.flatMap((name) => {
    const element = set.elements.get(name);
    return (element === undefined ? undefined : typeOfElement(set, element)) ?? [];
  });
  const next = new Map<TypeDeclaration, readonly TypeDeclaration[]>();
  const stepsFrom = (type: TypeDeclaration) => {
    const known = next.get(type) ?? reachable(set, type);
    next.set(type, known);
    return known;
  };
  return [...new Set(starts)].reduce((most, start) => Math.max(most, depthFrom(set, start, stepsFrom)), 0);
}

function depthFrom(
  set: SchemaSet,
  start: TypeDeclaration,
  stepsFrom: (type: TypeDeclaration) => readonly TypeDeclaration[],
): number {
  const seen = new Set([start]);
  let level = [start];
  let depth = 0;
  while (level.length > 0) {
    if (level.some((type) => hasProperties(set, type))) {
      depth += 1;
    }
    level = level.flatMap((type) => stepsFrom(type)).filter((type) => !seen.has(type) && seen.add(type));
  }
  return depth;
}

function hasProperties(set: SchemaSet, type: TypeDeclaration): boolean {
  return lineageOf(set, type).some(({ members }) => spread(set, members).length > 0);
}

function reachable(set: SchemaSet, type: TypeDeclaration): TypeDeclaration[] {
  const properties = lineageOf(set, type).flatMap(({ members }) => spread(set, members));
  return [...new Set(properties.flatMap((property) => typeOfProperty(set, property) ?? []))];
}
