import type { Client } from "../../client";
import * as accounts from "../../contract/accounts";
import * as resources from "../../contract/resources";
import { uploadOf } from "../files/content";
import type { Values } from "../kind";
import type { OrganisationChanges } from "./organisation-fields";
import { expand, flatten, settingsOf } from "./organisation-form";
import { aboutField, orAbsent } from "../refusals";

export const updateOperations = [
  accounts.updateOrganisation,
  accounts.setOrganisationCustomFields,
  accounts.setOrganisationLogo,
  accounts.deleteOrganisationLogo,
  resources.updateMapConfiguration,
  resources.setGeometry,
  resources.deleteGeometry,
  resources.updateCapacity,
  resources.updateOtherSettings,
  resources.updateFeatureToggles,
];

/** Sends one request for each tab in which something differs. */
export async function updateOrganisation(client: Client, orgId: string, changes: OrganisationChanges): Promise<Values> {
  let values: Values = {};
  for (const step of stepsFor(client, { orgId }, changes)) {
    values = { ...values, ...(await step()) };
  }
  return values;
}

type Step = () => Promise<Values>;

function stepsFor(client: Client, path: { readonly orgId: string }, changes: OrganisationChanges): Step[] {
  const { legalName, description, contact, customFields, logo, mapConfiguration, geometry } = changes;
  const { capacityPoints, settings: { featureToggles, ...other } = {} } = changes;
  const steps: (Step | undefined)[] = [
    isGiven({ legalName, description, contact })
      ? async () =>
          flatten(
            await client.call(accounts.updateOrganisation, { path, body: expand({ legalName, description, contact }) }),
          ).values
      : undefined,
    customFields === undefined
      ? undefined
      : async () =>
          flatten(await client.call(accounts.setOrganisationCustomFields, { path, body: { ...customFields } })).values,
    logo === undefined ? undefined : () => setLogo(client, path, logo),
    mapConfiguration === undefined
      ? undefined
      : async () => settingsOf(await client.call(resources.updateMapConfiguration, { path, body: mapConfiguration })),
    geometry === undefined ? undefined : () => setGeometry(client, path, geometry),
    capacityPoints === undefined
      ? undefined
      : async () => {
          const body = { points: capacityPoints === "" ? null : capacityPoints };
          return settingsOf(await client.call(resources.updateCapacity, { path, body }));
        },
    isGiven(other)
      ? async () => settingsOf(await client.call(resources.updateOtherSettings, { path, body: other }))
      : undefined,
    featureToggles === undefined
      ? undefined
      : () =>
          aboutField("settings.featureToggles", async () =>
            settingsOf(await client.call(resources.updateFeatureToggles, { path, body: { ...featureToggles } })),
          ),
  ];
  return steps.filter((step) => step !== undefined);
}

function isGiven(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.values(fields).some((value) => value !== undefined);
}

function setLogo(
  client: Client,
  path: { readonly orgId: string },
  logo: NonNullable<OrganisationChanges["logo"]>,
): Promise<Values> {
  if (logo === "") {
    return removed("logo", client.call(accounts.deleteOrganisationLogo, { path }));
  }
  const upload = uploadOf(logo, "logo", "application/octet-stream");
  return aboutField(
    "logo",
    async () => flatten(await client.call(accounts.setOrganisationLogo, { path, body: upload })).values,
  );
}

function setGeometry(
  client: Client,
  path: { readonly orgId: string },
  geometry: NonNullable<OrganisationChanges["geometry"]>,
): Promise<Values> {
  if (geometry === "") {
    return removed("geometry", client.call(resources.deleteGeometry, { path }));
  }
  const file = uploadOf(geometry, "geometry.geojson", "application/geo+json");
  const upload = { ...file, name: geometry.name ?? file.name };
  return aboutField("geometry", async () =>
    settingsOf(await client.call(resources.setGeometry, { path, body: upload })),
  );
}

async function removed(field: string, request: Promise<unknown>): Promise<Values> {
  await orAbsent(request);
  return { [field]: undefined };
}
