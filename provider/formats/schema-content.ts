import type { FileProblem } from "./file-problem";

/** What a schema says, whatever format its files are in. Names carry their namespace in braces: `{namespace}name`. */
export interface SchemaContent {
  readonly namespaces: readonly SchemaNamespace[];
  readonly locations: readonly SchemaLocation[];
  /** Ordered by namespace and name. */
  readonly featureTypes: readonly FeatureType[];
  readonly statistics: SchemaStatistics;
  /** What is wrong with the files; what could be read is told all the same. */
  readonly problems: readonly FileProblem[];
}

export interface SchemaNamespace {
  readonly namespace: string;
  readonly prefix?: string;
  /** Of one of the schema's own files, not only of what they import. */
  readonly isTarget: boolean;
}

export interface SchemaLocation {
  /** As the file says it. */
  readonly location: string;
  readonly namespace?: string;
  readonly file: string;
  readonly line: number;
  /**
   * `file`: one of the folder. `elsewhere`: on another server, remembered and not fetched. `missing`: to be in the
   * folder, and not there. `outside`: it leaves the folder, and is not looked at.
   */
  readonly found: "file" | "elsewhere" | "missing" | "outside";
}

export interface FeatureType {
  /** Of its element; where there are only types (hsd, Shapefile), of the type. */
  readonly name: string;
  readonly namespace: string;
  /** The name of its type, which is what alignments refer to. */
  readonly type?: string;
  /** The type that it extends. */
  readonly base?: string;
  readonly description?: string;
  readonly isAbstract: boolean;
  /** Of a file that the schema's own files import. */
  readonly isImported: boolean;
  /** It extends a type of a document that is not among the files, so that it may have more properties. */
  readonly isOpen?: boolean;
  /** With those that it inherits from types whose files are there, the inherited ones first. */
  readonly properties: readonly SchemaProperty[];
}

export interface SchemaProperty {
  readonly name: string;
  readonly namespace: string;
  readonly type?: string;
  readonly isAttribute: boolean;
  readonly minOccurs: number;
  /** Missing: as many as one wants. */
  readonly maxOccurs?: number;
  /** Its type is of a document that is not among the files, so that it may hold anything. */
  readonly isOpen?: boolean;
  /** What the property holds in turn; types that are in themselves again end there. */
  readonly inside?: () => readonly SchemaProperty[];
}

/**
 * The figures of the platform's overview (docs/platform.md#schemas). What each counts exactly is not public; here: types are those with
 * a name; local ones are those of the schema's own files, imported ones the others; inherited ones are local types that
 * extend or restrict another type. Properties are elements and attributes as declared in the types; imported ones are
 * those of imported types; inherited ones, which are not among `properties`, are those that local types take over. The
 * depth is that of the property that takes the most steps to get to from a feature type, by the shortest way, so that
 * types which are in themselves again do not count without end.
 */
export interface SchemaStatistics {
  readonly types: number;
  readonly localTypes: number;
  readonly importedTypes: number;
  readonly inheritedTypes: number;
  readonly properties: number;
  readonly importedProperties: number;
  readonly inheritedProperties: number;
  readonly complexPropertyTypes: number;
  readonly simplePropertyTypes: number;
  readonly maxPropertyDepth: number;
}

/** Of what cannot be read. */
export const noStatistics: SchemaStatistics = {
  types: 0,
  localTypes: 0,
  importedTypes: 0,
  inheritedTypes: 0,
  properties: 0,
  importedProperties: 0,
  inheritedProperties: 0,
  complexPropertyTypes: 0,
  simplePropertyTypes: 0,
  maxPropertyDepth: 0,
};

export function byName(one: FeatureType, other: FeatureType): number {
  return compare(one.namespace, other.namespace) || compare(one.name, other.name);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
