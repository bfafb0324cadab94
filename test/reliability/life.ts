import assert from "node:assert/strict";
import { accounts, actions, resources, type Operation } from "../../provider/contract";
import type { SingleResource } from "../support/single-resource";
import type { Stage } from "../support/stage";

/** One run of the life: which object it concerns, what is declared, and what has to be true afterwards. */
export interface Run {
  readonly name: string;
  readonly declared?: Readonly<Record<string, unknown>>;
  readonly does: "up" | "refresh" | "destroy";
}

const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const otherPng = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const area = JSON.stringify({
  type: "Polygon",
  coordinates: [
    [
      [8, 51],
      [9, 51],
      [9, 52],
      [8, 51],
    ],
  ],
});

/** Every field of an organisation, in two forms, and cleared. */
export const forms = {
  first: {
    legalName: "Der Landrat",
    description: "first",
    contact: { city: "Soest", email: "a@soest.example" },
    customFields: { key: "05974000" },
    logo: { base64: png },
    mapConfiguration: { baseMap: "https://maps.example/wms", layers: ["a", "b"] },
    geometry: { content: area, name: "area.geojson" },
    capacityPoints: 100,
    settings: { eventsSubscribed: true, metadataDownloadLink: true, featureToggles: { datasetSeries: true } },
  },
  second: {
    legalName: "Der Kreis",
    description: "second",
    contact: { city: "Unna", email: "b@unna.example" },
    customFields: { key: "05978000", more: "x" },
    logo: { base64: otherPng },
    mapConfiguration: { baseMap: "https://other.example/wms", layers: ["c"] },
    geometry: { content: area.replaceAll("51", "50.5"), name: "area.geojson" },
    capacityPoints: 200,
    settings: { eventsSubscribed: false, metadataDownloadLink: false, featureToggles: { datasetSeries: false } },
  },
  empty: {
    legalName: "",
    description: "",
    contact: { city: "", email: "" },
    customFields: {},
    logo: "",
    mapConfiguration: { baseMap: "", layers: [] },
    geometry: "",
    capacityPoints: "",
  },
} as const;

export interface Life {
  readonly kindName: string;
  readonly runs: readonly Run[];
  /** Faults that lead to the operation in question, which is not used otherwise. */
  readonly provoked?: { readonly operation: string; readonly fault: string };
  /** Made by somebody else before the life begins. */
  readonly existing?: true;
}

const whole = (name: string, parent: string | undefined): readonly Run[] => {
  const key = { name, ...(parent === undefined ? {} : { parent }) };
  return [
    { name: "created", does: "up", declared: { ...key, ...forms.first } },
    { name: "refreshed", does: "refresh" },
    { name: "changed", does: "up", declared: { ...key, ...forms.second } },
    { name: "cleared", does: "up", declared: { ...key, ...forms.empty } },
    { name: "unchanged", does: "up", declared: { ...key, ...forms.empty } },
    { name: "destroyed", does: "destroy" },
  ];
};

/** The life in which an operation is used. */
export function lifeWith(operation: Operation, name: string): Life {
  const kindName = "Organisation";
  switch (operation) {
    case accounts.createOrganisation:
      return { kindName, runs: whole(name, undefined) };
    case accounts.getSuborganisations:
      return {
        kindName,
        runs: whole(name, "1"),
        provoked: { operation: accounts.createSuborganisation.id, fault: "reset-after" },
      };
    case accounts.getOrganisation:
    case resources.getOrganisationSettings:
      return {
        kindName,
        existing: true,
        runs: [
          { name: "adopted", does: "up", declared: { name, parent: "1", adopt: "required", ...forms.first } },
          { name: "destroyed", does: "destroy" },
        ],
      };
    default:
      return { kindName, runs: whole(name, "1") };
  }
}

/** Every operation that an organisation's life uses. */
export const operations: readonly Operation[] = [
  accounts.login,
  accounts.getProfileOfCurrentUser,
  accounts.getOrganisations,
  accounts.getSuborganisations,
  accounts.getOrganisation,
  accounts.createOrganisation,
  accounts.createSuborganisation,
  accounts.updateOrganisation,
  accounts.setOrganisationCustomFields,
  accounts.setOrganisationLogo,
  accounts.deleteOrganisationLogo,
  resources.getAllOrganisationSettings,
  resources.getOrganisationSettings,
  resources.updateMapConfiguration,
  resources.setGeometry,
  resources.deleteGeometry,
  resources.updateCapacity,
  resources.updateOtherSettings,
  resources.updateFeatureToggles,
  actions.previewOrganisationDeletion,
  actions.deleteOrganisation,
];

/** What the server has of it equals what was declared; there is one of it, or none. */
export async function expectOnServer(stage: Stage, name: string, resource: SingleResource): Promise<void> {
  const { items } = await stage.outOfBand.list(accounts.getOrganisations, {});
  const found = items.filter((organisation) => organisation.name === name);
  if (resource.state === undefined) {
    assert.deepEqual(found, [], `${name} is still there`);
    return;
  }
  assert.deepEqual(
    found.map(({ id }) => id),
    [resource.state.id],
    `There is not exactly one ${name}`,
  );
}
