/** Which organisation is meant: exactly one of these. */
export interface GetOrganisationArgs {
  /** Id of the organisation, which is a number as a text. */
  readonly id?: string | undefined;
  /** Name of the organisation. The call fails if several organisations that you can see have this name. */
  readonly name?: string | undefined;
  /** The names from a root organisation down to it, as a list or as a text with slashes: `"Land/Kreis/Gemeinde"`. */
  readonly path?: string | readonly string[] | undefined;
}

/** An organisation on the platform. A member without a value is missing. */
export interface OrganisationResult {
  /** Id of the organisation. */
  readonly id: string;
  readonly name: string;
  /** Id of the organisation above. A root organisation has none. */
  readonly parent?: string;
  /** The names from its root organisation down to it, as far as you can see them. */
  readonly path: readonly string[];
  readonly legalName?: string;
  readonly description?: string;
  /** `street`, `zip`, `city`, `state`, `country`, `email`, `phone` and `web`. */
  readonly contact: Readonly<Record<string, string>>;
  /** Values by their free names. */
  readonly customFields: Readonly<Record<string, string>>;
  /** SHA-256 of the profile picture. */
  readonly logo?: { readonly sha256: string };
  /** When it was created, in milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created it. */
  readonly createdBy?: string;
}

/** Which organisations are listed. */
export interface GetOrganisationsArgs {
  /** Id of an organisation. Lists only those directly below it. */
  readonly parent?: string | undefined;
  /** `true`, with `parent`: lists those of every depth below it. */
  readonly recursive?: boolean | undefined;
}

/** The organisation whose map is looked up. */
export interface GetDefaultBaseMapArgs {
  /** Id of the organisation. */
  readonly organisation: string;
}

/** The organisation whose capacity is looked up. */
export interface GetCapacityArgs {
  /** Id of the organisation. */
  readonly organisation: string;
}

/** Capacity points of an organisation. */
export interface CapacityResult {
  /** The limit. Missing: there is no limit. */
  readonly points?: number;
  /** Points in use. */
  readonly usage: number;
}

/** The map that the platform shows by default. */
export interface BaseMapResult {
  /** Id of the organisation that configured the map. Missing for the platform's own map. */
  readonly organisation?: string;
  /** Address of a WMS 1.3.0. */
  readonly address: string;
  /** Layers of the WMS, in order. */
  readonly layers: readonly string[];
  /** Attribution. It may hold HTML links. */
  readonly copyright?: string;
}

/** The organisation whose public metadata are looked up. */
export interface GetPublicMetadataArgs {
  /** Id of the organisation. */
  readonly organisation: string;
}

/** What an organisation's metadata download has in it. */
export interface PublicMetadataResult {
  /** Whether the organisation offers the download (Organisation: `settings.metadataDownloadLink`). */
  readonly isOffered: boolean;
  /** Address of the ZIP. It needs no login. Other catalogues harvest from there. */
  readonly address: string;
  /** The metadata of the organisation's datasets that you can see, sorted by bucket and name. */
  readonly files: readonly PublicMetadataFile[];
}

/** The metadata of a dataset. */
export interface PublicMetadataFile {
  /** Id of the bucket in the store `metadata`. */
  readonly bucket: string;
  /** Id of the dataset. Missing: the bucket names none. */
  readonly dataset?: string;
  /** Path in the bucket, with / between folders. */
  readonly name: string;
  /** Where the platform has it from. The ZIP has such a file only if its address ends in `?includeremote=true`. */
  readonly url?: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
}
