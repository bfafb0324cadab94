import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type {
  GetOrganisationArgs,
  OrganisationResult,
  GetOrganisationsArgs,
  GetDefaultBaseMapArgs,
  GetCapacityArgs,
  CapacityResult,
  BaseMapResult,
} from "./types";

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
  const { lookUp } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUp(client));
}

export type {
  GetOrganisationArgs,
  OrganisationResult,
  GetOrganisationsArgs,
  GetDefaultBaseMapArgs,
  GetCapacityArgs,
  CapacityResult,
  BaseMapResult,
} from "./types";
