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
  GetPublicMetadataArgs,
  PublicMetadataResult,
} from "./types";

/**
 * Finds one organisation by its id, its name or its path, among those that you can see.
 *
 * Fails with HC3005 if there is no such organisation. It also fails if several have the name; the error then lists their
 * paths.
 *
 * Cost by id: one request, and one more for each organisation above it that was not read lately. Cost by name or path:
 * the pages of the list. Calls at the same time share the list. Many calls by id at the same time use this list as well.
 */
export async function getOrganisation(args: GetOrganisationArgs): Promise<OrganisationResult> {
  const { findOrganisation } = await tree();
  return findOrganisation(args);
}

/** `getOrganisation` with outputs for its arguments and its result. */
export const getOrganisationOutput = outputForm(getOrganisation);

/**
 * Lists the organisations that you can see, sorted by id. With `parent` it lists only the organisations below that one.
 *
 * Fails with HC3005 if there is no such parent. Cost: the pages of the list. Calls at the same time share the list.
 */
export async function getOrganisations(args: GetOrganisationsArgs = {}): Promise<readonly OrganisationResult[]> {
  const { listOrganisations } = await tree();
  return listOrganisations(args);
}

/** `getOrganisations` with outputs for its arguments and its result. */
export const getOrganisationsOutput = outputForm(getOrganisations);

/**
 * Gets the default base map of an organisation: its own map, or else the map of the nearest organisation above it that
 * has one, or else the map of the platform.
 *
 * Fails with HC3005 if there is no such organisation. Cost: one request.
 */
export async function getDefaultBaseMap(args: GetDefaultBaseMapArgs): Promise<BaseMapResult> {
  const { baseMapOf } = await tree();
  return baseMapOf(args);
}

/** `getDefaultBaseMap` with outputs for its arguments and its result. */
export const getDefaultBaseMapOutput = outputForm(getDefaultBaseMap);

/**
 * Gets the capacity of an organisation: its limit, and how many points are in use.
 *
 * Fails with HC3005 if there is no such organisation. Cost: one request.
 */
export async function getCapacity(args: GetCapacityArgs): Promise<CapacityResult> {
  const { capacityOf } = await tree();
  return capacityOf(args);
}

/** `getCapacity` with outputs for its arguments and its result. */
export const getCapacityOutput = outputForm(getCapacity);

/**
 * Gets what an organisation publishes of its metadata: whether it offers the download, its address, and the metadata of
 * its datasets.
 *
 * Fails with HC3005 if there is no such organisation. Cost: one request, and the pages of the list of metadata. Calls at
 * the same time share the list.
 */
export async function getPublicMetadata(args: GetPublicMetadataArgs): Promise<PublicMetadataResult> {
  const { publicMetadataOf } = await tree();
  return publicMetadataOf(args);
}

/** `getPublicMetadata` with outputs for its arguments and its result. */
export const getPublicMetadataOutput = outputForm(getPublicMetadata);

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
  GetPublicMetadataArgs,
  PublicMetadataResult,
  PublicMetadataFile,
} from "./types";
