import { FormatError } from "../file-problem";
import { byName, type FeatureType, type SchemaProperty } from "../schema-content";
import type { ElementDeclaration, Member, Occurrence, PropertyDeclaration, TypeDeclaration } from "./declarations";
import { isFeatureByName, isSimpleByName } from "./known-types";
import { keyOf, xs } from "./names";
import { once, times } from "./occurrence";
import type { SchemaSet } from "./schema-set";

/** Global elements that are features, by what they may stand for or by what their types extend. */
export function featureTypesOf(set: SchemaSet): FeatureType[] {
  return set.documents
    .flatMap((document) =>
      document.elements
        .filter((element) => isFeature(set, element))
        .map((element) => featureType(set, element, !set.own.has(document))),
    )
    .sort(byName);
}

function featureType(set: SchemaSet, element: ElementDeclaration, isImported: boolean): FeatureType {
  const { name, namespace, description, isAbstract } = element;
  const type = typeOfElement(set, element);
  const base = type === undefined ? undefined : baseOf(type);
  const typeName = element.type ?? type?.name;
  return {
    name,
    namespace,
    ...(typeName === undefined ? {} : { type: typeName }),
    ...(base === undefined ? {} : { base }),
    ...(description === undefined ? {} : { description }),
    isAbstract,
    isImported,
    ...(isOpen(set, type) ? { isOpen: true } : {}),
    properties: propertiesOf(set, type),
  };
}

/** The properties that GML itself gives to a feature are known without its documents (`gmlProperties`). */
function isOpen(set: SchemaSet, type: TypeDeclaration | undefined): boolean {
  const last = type === undefined ? undefined : lineageOf(set, type)[0];
  const base = last?.base;
  return (
    type === undefined ||
    last?.former === "unknown" ||
    (base !== undefined && !set.types.has(base) && !/^\{http:\/\/www\.(?:opengis\.net\/gml|w3\.org)/.test(base))
  );
}

function isFeature(set: SchemaSet, element: ElementDeclaration): boolean {
  const name = keyOf(element);
  // A schema of GML itself.
  return isFeatureByName(name) && !set.elements.has(name) ? true : standsForFeature(set, element, new Set());
}

function standsForFeature(set: SchemaSet, element: ElementDeclaration, seen: Set<string>): boolean {
  const key = keyOf(element);
  if (seen.has(key) || seen.size > mostSteps) {
    return false;
  }
  seen.add(key);
  return (
    extendsFeature(set, element.type ?? element.inside?.base, new Set()) ||
    element.heads.some((head) => {
      const declaration = set.elements.get(head);
      return declaration === undefined ? isFeatureByName(head) : standsForFeature(set, declaration, seen);
    })
  );
}

function extendsFeature(set: SchemaSet, start: string | undefined, seen: Set<string>): boolean {
  for (let name = start; name !== undefined && !seen.has(name); name = baseNamed(set, name)) {
    seen.add(name);
    // GML is known by name also where its files are there.
    if (isGmlFeature(name) || (!set.types.has(name) && isFeatureByName(name) && name !== start)) {
      return true;
    }
  }
  return false;
}

function baseNamed(set: SchemaSet, name: string): string | undefined {
  const type = set.types.get(name);
  return type === undefined ? undefined : baseOf(type);
}

function isGmlFeature(name: string): boolean {
  return name.startsWith("{http://www.opengis.net/gml") && isFeatureByName(name);
}

/** The type of an element; one without any has that of what it stands for. */
export function typeOfElement(
  set: SchemaSet,
  { type, inside, heads }: ElementDeclaration,
  depth = 0,
): TypeDeclaration | undefined {
  if (inside !== undefined || type !== undefined) {
    return inside ?? set.types.get(type ?? "");
  }
  const head = set.elements.get(heads[0] ?? "");
  return head === undefined || depth > 50 ? undefined : typeOfElement(set, head, depth + 1);
}

/** All properties of a type, those that it takes over first. */
export function propertiesOf(set: SchemaSet, type: TypeDeclaration | undefined): SchemaProperty[] {
  let properties: PropertyDeclaration[] = [];
  for (const { members, isRestriction, prohibited = [] } of type === undefined ? [] : lineageOf(set, type)) {
    const own = spread(set, members);
    // A restriction says its elements anew; attributes are taken over unless they are said anew.
    const anew = new Set([
      ...own.map(({ isAttribute, name }) => `${String(isAttribute)} ${name}`),
      ...prohibited.map((name) => `true ${name}`),
    ]);
    const kept = properties.filter(
      ({ isAttribute, name }) => !isRestriction || (isAttribute && !anew.has(`true ${name}`)),
    );
    properties = [...kept, ...own];
  }
  return properties.map((it) => shown(set, it));
}

/** Types that extend one another; no schema that people write comes near. */
const mostSteps = 200;

/** Members of a type, groups within groups counted as often as they are used. */
const mostMembers = 10_000;

/** The base of a type, or of what it was before it redefined itself. */
export function baseOf({ base, former }: TypeDeclaration): string | undefined {
  return former === undefined || former === "unknown" ? base : baseOf(former);
}

/** A type and those that it builds on, the first of them first; what it was before comes before it. */
export function lineageOf(set: SchemaSet, type: TypeDeclaration): TypeDeclaration[] {
  const lineage: TypeDeclaration[] = [];
  for (let next: TypeDeclaration | undefined = type; next !== undefined && !lineage.includes(next);) {
    lineage.unshift(next);
    next = next.former === "unknown" ? undefined : (next.former ?? set.types.get(next.base ?? ""));
    if (lineage.length > mostSteps) {
      throw new FormatError({ message: `more than ${String(mostSteps)} types extend one another` });
    }
  }
  return lineage;
}

/** With the groups replaced by what they hold. */
export function spread(
  set: SchemaSet,
  members: readonly Member[],
  around: Occurrence = once,
  open: readonly string[] = [],
  budget = { left: mostMembers },
): PropertyDeclaration[] {
  budget.left -= members.length;
  if (budget.left < 0) {
    // Groups that use one another twice each grow without end.
    throw new FormatError({ message: `a type has more than ${String(mostMembers)} properties` });
  }
  return members.flatMap((member) => {
    const occurs = times(around, member.occurs);
    if (member.kind === "property") {
      // Attributes are not repeated by what they are in.
      return [member.isAttribute ? member : { ...member, occurs }];
    }
    const again = open.includes(member.group) ? undefined : set.groups.get(member.group);
    const group = member.former ?? again;
    return group === undefined ? [] : spread(set, group, occurs, [...open, member.group], budget);
  });
}

function shown(set: SchemaSet, property: PropertyDeclaration): SchemaProperty {
  const { name, namespace, isAttribute, occurs } = property;
  const type = typeNameOf(set, property);
  const itsType = typeOfProperty(set, property);
  const isKnown = itsType !== undefined || isAttribute || (type !== undefined && isSimpleByName(type));
  return {
    name,
    namespace,
    ...(type === undefined ? {} : { type }),
    isAttribute,
    minOccurs: occurs.min,
    ...(occurs.max === undefined ? {} : { maxOccurs: occurs.max }),
    ...(isKnown ? {} : { isOpen: true }),
    inside: () => propertiesOf(set, itsType),
  };
}

function typeNameOf(set: SchemaSet, property: PropertyDeclaration): string | undefined {
  if (!property.isReference) {
    return property.type ?? property.inside?.name;
  }
  const element = set.elements.get(keyOf(property));
  return element?.type ?? (element === undefined ? undefined : typeOfElement(set, element)?.name);
}

export function typeOfProperty(set: SchemaSet, property: PropertyDeclaration): TypeDeclaration | undefined {
  if (property.isReference) {
    const element = set.elements.get(keyOf(property));
    return property.isAttribute || element === undefined ? undefined : typeOfElement(set, element);
  }
  return (
    property.inside ?? (property.type?.startsWith(`{${xs}}`) === true ? undefined : set.types.get(property.type ?? ""))
  );
}
