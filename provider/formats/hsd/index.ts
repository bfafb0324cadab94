import { byName, type FeatureType, type SchemaContent, type SchemaProperty } from "../schema-content";
import { inBraces } from "../xml-tree";
import { hsdFromJson } from "./from-json";
import { hsdFromXml } from "./from-xml";
import type { HsdChild, HsdProperty, HsdSchema, HsdType } from "./model";

export { hsdNamespace } from "./from-xml";

/** What a schema in hale's own form says, in XML or in JSON: the name does not tell which, so the content does. */
export function readHsd(content: Uint8Array, file: string): SchemaContent {
  const isJson = /^\s*[[{]/.test(
    Buffer.from(content.subarray(0, 64))
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
  );
  const schemas = isJson ? hsdFromJson(content, file) : hsdFromXml(content, file);
  const target = new Set(schemas.map(({ namespace }) => namespace));
  const featureTypes = schemas.flatMap((schema) => featureTypesOf(schema, target)).sort(byName);
  const named = schemas.flatMap(({ types }) => types.map(({ namespace }) => namespace));
  return {
    namespaces: [...new Set([...target, ...named])]
      .filter((namespace) => namespace !== "")
      .map((namespace) => ({ namespace, isTarget: target.has(namespace) })),
    locations: [],
    featureTypes,
    statistics: statisticsOf(schemas, featureTypes),
    problems: [],
  };
}

/** Its types are those which hale maps; a schema that names none of them has those with properties. */
function featureTypesOf({ types }: HsdSchema, target: ReadonlySet<string>): FeatureType[] {
  const index = indexOf(types);
  const isSaid = types.some(({ isRelevant }) => isRelevant);
  return types
    .filter((type) => (isSaid ? type.isRelevant : !type.hasValue && type.children.length > 0))
    .map((type) => {
      const { name, namespace, description, isAbstract } = type;
      const base = index.get(type.superType ?? "");
      return {
        name,
        namespace,
        type: inBraces(type),
        ...(base === undefined ? {} : { base: inBraces(base) }),
        ...(description === undefined || description === "" ? {} : { description }),
        isAbstract,
        isImported: !target.has(namespace) && target.size > 0 && namespace !== "",
        properties: propertiesOf(index, type),
      };
    });
}

type Index = ReadonlyMap<string, HsdType>;

function indexOf(types: readonly HsdType[]): Index {
  return new Map(types.flatMap((type) => (type.key === undefined ? [] : [[type.key, type] as const])));
}

function lineageOf(index: Index, type: HsdType | undefined): HsdType[] {
  const lineage: HsdType[] = [];
  for (let next = type; next !== undefined && !lineage.includes(next); next = index.get(next.superType ?? "")) {
    lineage.unshift(next);
  }
  return lineage;
}

function spread(children: readonly HsdChild[]): HsdProperty[] {
  return children.flatMap((child) => (child.kind === "property" ? [child] : spread(child.children)));
}

function typeIn(index: Index, { type }: HsdProperty): HsdType | undefined {
  return typeof type === "string" ? index.get(type) : type;
}

function propertiesOf(index: Index, type: HsdType | undefined): SchemaProperty[] {
  return lineageOf(index, type)
    .flatMap(({ children }) => spread(children))
    .map((property) => {
      const { name, namespace, isAttribute, min, max } = property;
      const itsType = typeIn(index, property);
      return {
        name,
        namespace,
        ...(itsType === undefined ? {} : { type: inBraces(itsType) }),
        isAttribute,
        minOccurs: min,
        ...(max === undefined ? {} : { maxOccurs: max }),
        inside: () => propertiesOf(index, itsType),
      };
    });
}

/** Everything is in one file, so nothing of it is imported. */
function statisticsOf(schemas: readonly HsdSchema[], features: readonly FeatureType[]): SchemaContent["statistics"] {
  const types = schemas.flatMap((schema) => schema.types);
  const index = indexOf(types);
  const properties = types.flatMap(({ children }) => spread(children));
  const complex = properties.filter((property) => {
    const type = typeIn(index, property);
    return type !== undefined && !type.hasValue && spread(type.children).length > 0;
  }).length;
  const inherited = types.flatMap((type) =>
    lineageOf(index, type)
      .slice(0, -1)
      .flatMap((it) => spread(it.children)),
  );
  return {
    types: types.length,
    localTypes: types.length,
    importedTypes: 0,
    inheritedTypes: types.filter(({ superType }) => superType !== undefined).length,
    properties: properties.length,
    importedProperties: 0,
    inheritedProperties: inherited.length,
    complexPropertyTypes: complex,
    simplePropertyTypes: properties.length - complex,
    maxPropertyDepth: features.reduce((most, { properties: own }) => Math.max(most, depthOf(own)), 0),
  };
}

/** By the shortest way, so that types which are in themselves again end. */
function depthOf(start: readonly SchemaProperty[]): number {
  const seen = new Set<string>();
  let depth = 0;
  for (let level = start; level.length > 0; depth += 1) {
    level = level.flatMap((property) => {
      const key = property.type ?? "";
      const isNew = key !== "" && !seen.has(key);
      seen.add(key);
      return isNew ? (property.inside?.() ?? []) : [];
    });
  }
  return depth;
}
