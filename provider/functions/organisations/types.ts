/** Which organisation is meant: exactly one of these. */
export interface GetOrganisationArgs {
  /** Number of the organisation. */
  readonly id?: string | undefined;
  /** Its name, which has to be the only one of that name that you can see. */
  readonly name?: string | undefined;
  /** The names from a root organisation down to it, as a list, or as a text with slashes: `"Land/Kreis/Gemeinde"`. */
  readonly path?: string | readonly string[] | undefined;
}

/** An organisation as the platform has it. What it has no value for is missing. */
export interface OrganisationResult {
  readonly id: string;
  readonly name: string;
  /** Id of the organisation above; a root organisation has none. */
  readonly parent?: string;
  /** The names from its root down to it, as far as you can see them. */
  readonly path: readonly string[];
  readonly legalName?: string;
  readonly description?: string;
  readonly contact: Readonly<Record<string, string>>;
  readonly customFields: Readonly<Record<string, string>>;
  /** SHA-256 of the profile picture. */
  readonly logo?: { readonly sha256: string };
  /** Milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created it. */
  readonly createdBy?: string;
}

/** Which organisations are listed. */
export interface GetOrganisationsArgs {
  /** Only those directly below this one, by its id. */
  readonly parent?: string | undefined;
  /** With `parent`: also those further below. */
  readonly recursive?: boolean | undefined;
}

/** Whose map is asked for. */
export interface GetDefaultBaseMapArgs {
  /** Id of the organisation. */
  readonly organisation: string;
}

/** Whose capacity is asked for. */
export interface GetCapacityArgs {
  /** Id of the organisation. */
  readonly organisation: string;
}

/** Capacity points of an organisation. */
export interface CapacityResult {
  /** The limit; missing where there is none. */
  readonly points?: number;
  /** Points in use. */
  readonly usage: number;
}

/** A map that is shown when nothing else is chosen. */
export interface BaseMapResult {
  /** The organisation whose configuration it is; missing for the platform's own map. */
  readonly organisation?: string;
  /** Address of a WMS 1.3.0. */
  readonly address: string;
  readonly layers: readonly string[];
  /** Attribution; may hold HTML links. */
  readonly copyright?: string;
}
