/** Which schemas are listed. */
export interface GetSchemasArgs {
  /** Only those of this organisation, by its id. */
  readonly organisation?: string | undefined;
}

/** Which schema is meant: `id` or `name`. */
export interface GetSchemaArgs {
  /** Id of the schema, such as `schemas/org.599.abe0849a-…`. */
  readonly id?: string | undefined;
  /** Its name, which has to be the only one of that name: names are not unique on the platform. */
  readonly name?: string | undefined;
  /** With `name`: only among those of this organisation, by its id. */
  readonly organisation?: string | undefined;
}

/** A schema as the platform has it. What it has no value for is missing. */
export interface SchemaResult {
  readonly id: string;
  /** Missing while it has none. */
  readonly name?: string;
  /** Id of the organisation that owns it. */
  readonly organisation?: string;
  /** Id of the user who owns it, where no organisation does. */
  readonly user?: string;
  readonly author?: string;
  readonly version?: string;
  /** The «Schema type», free text. */
  readonly type?: string;
  readonly description?: string;
  /** Whether everybody can read it. */
  readonly public: boolean;
  /** Address that it was taken from. */
  readonly url?: string;
  /** Id of the preset that it was made from. */
  readonly preset?: string;
  /** Id of the schema whose files it took. */
  readonly basedOn?: string;
  /** `<ownerType>.<ownerId>.<id>` */
  readonly combinedId: string;
  /** Target namespaces of its files. */
  readonly namespaces: readonly string[];
  /** Names of its feature types, each with its namespace in braces; `getFeatureTypes` tells more of them. */
  readonly featureTypes: readonly string[];
  /** The figures of the platform's overview. */
  readonly statistics?: Readonly<Record<string, number>>;
  /** Why its files cannot be read as a schema. */
  readonly problem?: string;
  /** Milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created it. */
  readonly createdBy?: string;
  /** Milliseconds since 1970. */
  readonly lastModified?: number;
}

/** A schema that the platform has ready. */
export interface PresetResult {
  /** As in `preset: "inspire-ad-4.0"`. */
  readonly id: string;
  readonly name: string;
  readonly version?: string;
  readonly type?: string;
  /** Its target namespace. */
  readonly namespace?: string;
  /** Where its XSD is published. */
  readonly address?: string;
}

/** Whose feature types are listed. */
export interface GetFeatureTypesArgs {
  /** Id of the schema. */
  readonly schema: string;
}

/** A property of a feature type. */
export interface PropertyResult {
  readonly name: string;
  readonly namespace?: string;
  /** Name of its type, with the namespace in braces. */
  readonly type?: string;
  /** `true`: an attribute of the XML element. */
  readonly isAttribute?: boolean;
  readonly minOccurs: number;
  /** Missing: as many as one wants. */
  readonly maxOccurs?: number;
}

/** A feature type of a schema. */
export interface FeatureTypeResult {
  readonly name: string;
  readonly namespace?: string;
  /** Name of the type that it extends, with the namespace in braces. */
  readonly base?: string;
  readonly description?: string;
  readonly isAbstract: boolean;
  /** `true`: of a file that the schema's own files import. */
  readonly isImported: boolean;
  /** Each with `name`, `namespace`, `type`, `isAttribute`, `minOccurs` and `maxOccurs`. */
  readonly properties: readonly PropertyResult[];
}
