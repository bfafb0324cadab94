import type { Client } from "../client";
import { connection } from "./connection";
import { outputForm } from "./output-form";

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

/**
 * Finds one organisation by its id, its name or its path, among those that you can see.
 *
 * Fails with HC3005 when there is none, or more than one of that name; the error then lists their paths.
 * By its id it costs one request, and one for each organisation above it that was not looked at lately; otherwise, and
 * where many are looked for at the same time, the pages of the list, once for all of these calls.
 */
export async function getOrganisation(args: GetOrganisationArgs): Promise<OrganisationResult> {
  const { findOrganisation } = await tree();
  return findOrganisation(args);
}

/** `getOrganisation` with outputs for its arguments and its result. */
export const getOrganisationOutput = outputForm(getOrganisation);

/**
 * Lists the organisations that you can see, in the order of their ids; with `parent` those below it.
 *
 * Fails with HC3005 when the parent is not there. Costs the pages of the list, once for all calls at the same time.
 */
export async function getOrganisations(args: GetOrganisationsArgs = {}): Promise<readonly OrganisationResult[]> {
  const { listOrganisations } = await tree();
  return listOrganisations(args);
}

/** `getOrganisations` with outputs for its arguments and its result. */
export const getOrganisationsOutput = outputForm(getOrganisations);

/**
 * The default base map of an organisation: its own, that of the nearest organisation above it that has one, or the
 * platform's. Fails with HC3005 when there is no such organisation. Costs one request.
 */
export async function getDefaultBaseMap(args: GetDefaultBaseMapArgs): Promise<BaseMapResult> {
  const { baseMapOf } = await tree();
  return baseMapOf(args);
}

/** `getDefaultBaseMap` with outputs for its arguments and its result. */
export const getDefaultBaseMapOutput = outputForm(getDefaultBaseMap);

/**
 * The capacity of an organisation: its limit, and how many points are in use. Fails with HC3005 when there is no such
 * organisation. Costs one request.
 */
export async function getCapacity(args: GetCapacityArgs): Promise<CapacityResult> {
  const { capacityOf } = await tree();
  return capacityOf(args);
}

/** `getCapacity` with outputs for its arguments and its result. */
export const getCapacityOutput = outputForm(getCapacity);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function tree() {
  const { lookUp } = require("./look-up-organisations") as typeof import("./look-up-organisations");
  const client: Client = connection();
  return Promise.resolve(lookUp(client));
}
