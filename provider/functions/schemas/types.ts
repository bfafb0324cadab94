/** Which schemas are listed. */
export interface GetSchemasArgs {
  /** Id of an organisation. Lists only its schemas. */
  readonly organisation?: string | undefined;
}

/** Which schema is meant: `id` or `name`. */
export interface GetSchemaArgs {
  /** Id of the schema, such as `schemas/org.599.abe0849a-…`. */
  readonly id?: string | undefined;
  /** Name of the schema. Names are not unique on the platform, so the call fails if several schemas have this name. */
  readonly name?: string | undefined;
  /** With `name`: id of an organisation. Looks only among its schemas. */
  readonly organisation?: string | undefined;
}

/** A schema on the platform. A member without a value is missing. */
export interface SchemaResult {
  /** Id of the schema. */
  readonly id: string;
  /** Missing as long as the schema has no name. */
  readonly name?: string;
  /** Id of the organisation that owns it. */
  readonly organisation?: string;
  /** Id of the user who owns it, instead of an organisation. */
  readonly user?: string;
  readonly author?: string;
  readonly version?: string;
  /** The «Schema type», free text. */
  readonly type?: string;
  readonly description?: string;
  /** Whether everybody can read it. */
  readonly public: boolean;
  /** Address from which the platform took it. */
  readonly url?: string;
  /** Id of the preset from which the platform made it. */
  readonly preset?: string;
  /** Id of the schema whose files the platform copied. */
  readonly basedOn?: string;
  /** The id without the store: `<ownerType>.<ownerId>.<id>`. */
  readonly combinedId: string;
  /** Target namespaces of its files. */
  readonly namespaces: readonly string[];
  /** Names of its feature types, each with its namespace in braces. `getFeatureTypes` says more about them. */
  readonly featureTypes: readonly string[];
  /** The figures that the platform shows in its overview of the schema. */
  readonly statistics?: Readonly<Record<string, number>>;
  /** Why the platform cannot read its files as a schema. */
  readonly problem?: string;
  /** When it was created, in milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created it. */
  readonly createdBy?: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly lastModified?: number;
}

/** A ready-made schema of the platform. */
export interface PresetResult {
  /** Id of the preset, as in `preset: "inspire-ad-4.0"`. */
  readonly id: string;
  readonly name: string;
  readonly version?: string;
  readonly type?: string;
  /** Its target namespace. */
  readonly namespace?: string;
  /** Address of its published XSD. */
  readonly address?: string;
}

/** The schema whose feature types are listed. */
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
  /** `true`: it is an attribute of the XML element. */
  readonly isAttribute?: boolean;
  /** How often it has to occur. */
  readonly minOccurs: number;
  /** How often it may occur. Missing: any number of times. */
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
  /** `true`: it comes from a file that the schema's own files import. */
  readonly isImported: boolean;
  /** Each with `name`, `namespace`, `type`, `isAttribute`, `minOccurs` and `maxOccurs`. */
  readonly properties: readonly PropertyResult[];
}
