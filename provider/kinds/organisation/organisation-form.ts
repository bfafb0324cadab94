import type { z } from "zod";
import type { Listing } from "../../client";
import type { accounts, resources } from "../../contract";
import type { Live, Values } from "../kind";
import { contactFields, type DeclaredOrganisation } from "./organisation-fields";

type Remote = z.output<typeof accounts.OrganisationInfo>;
type RemoteSettings = z.output<typeof resources.OrganisationSettings>;

/** The declared values that the create form takes. */
type Form = Pick<DeclaredOrganisation, "name" | "legalName" | "description" | "contact">;

/** Turns fields into the form of the API, which has contact data flat beside the rest. `flatten` is the way back. */
export function expand<F extends Partial<Form>>({ name, legalName, description, contact }: F) {
  const given = Object.entries({ name, legalName, description, ...contact }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Pick<F, "name"> & Omit<Form, "name" | "contact">;
}

export function flatten({ id, name, parent, legalName, description, customFields, ...rest }: Remote) {
  const { logo, created, createdBy, ...contactData } = rest;
  const contact = Object.fromEntries(
    Object.keys(contactFields).map((field) => [field, contactData[field as keyof typeof contactFields]]),
  );
  return {
    id,
    values: {
      name,
      parent,
      legalName,
      description,
      contact,
      customFields: customFields ?? {},
      logo: checksumIn(logo),
      created,
      createdBy,
    },
  };
}

export function live({ items, ...listing }: Listing<Remote>): Listing<Live> {
  return { ...listing, items: items.map(flatten) };
}

/** The settings of an organisation, which the resources service keeps. */
export function settingsOf(remote: RemoteSettings): Values {
  const { capacity, mapConfiguration, geometry, eventsSubscribed, metadataDownloadLink, featureToggles } = remote;
  const { baseMap, copyright, layers } = mapConfiguration ?? {};
  return {
    capacityPoints: capacity?.points,
    mapConfiguration: mapConfiguration && { baseMap, copyright, layers },
    geometry: geometry === undefined ? undefined : { name: geometry.name, sha256: geometry.sha256 },
    settings: { eventsSubscribed, metadataDownloadLink, featureToggles },
  };
}

export function liveSettings({ items, ...listing }: Listing<RemoteSettings>): Listing<Live> {
  return { ...listing, items: items.map((remote) => ({ id: remote.organisation, values: settingsOf(remote) })) };
}

function checksumIn(file: { readonly sha256: string } | undefined) {
  return file === undefined ? undefined : { sha256: file.sha256 };
}
