import { accounts, actions, resources, type Operation } from "../../provider/contract";

/** One run of the life, and what is declared then. */
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

/** Every field of an organisation, in two forms, and cleared where it can be: a switch is on or off. */
export const forms = {
  first: {
    legalName: "Der Landrat",
    description: "first",
    contact: {
      street: "Hoher Weg 1",
      zip: "59494",
      city: "Soest",
      state: "Nordrhein-Westfalen",
      country: "Deutschland",
      email: "a@soest.example",
      phone: "+49 2921 1",
      web: "https://soest.example",
    },
    customFields: { key: "05974000" },
    logo: { base64: png },
    mapConfiguration: { baseMap: "https://maps.example/wms", copyright: "© A", layers: ["a", "b"] },
    geometry: { content: area, name: "area.geojson" },
    capacityPoints: 100,
    settings: { eventsSubscribed: true, metadataDownloadLink: true, featureToggles: { datasetSeries: true } },
  },
  second: {
    legalName: "Der Kreis",
    description: "second",
    contact: {
      street: "Friedrich-Ebert-Straße 17",
      zip: "59425",
      city: "Unna",
      state: "NRW",
      country: "DE",
      email: "b@unna.example",
      phone: "+49 2303 2",
      web: "https://unna.example",
    },
    customFields: { key: "05978000", more: "x" },
    logo: { base64: otherPng },
    mapConfiguration: { baseMap: "https://other.example/wms", copyright: "© C", layers: ["c"] },
    geometry: { content: area.replaceAll("51", "50.5"), name: "area.geojson" },
    capacityPoints: 200,
    settings: { eventsSubscribed: false, metadataDownloadLink: false, featureToggles: { datasetSeries: false } },
  },
  empty: {
    legalName: "",
    description: "",
    contact: { street: "", zip: "", city: "", state: "", country: "", email: "", phone: "", web: "" },
    customFields: {},
    logo: "",
    mapConfiguration: { baseMap: "", copyright: "", layers: [] },
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
    { name: "refreshed after the change", does: "refresh" },
    { name: "cleared", does: "up", declared: { ...key, ...forms.empty } },
    { name: "refreshed after the clearing", does: "refresh" },
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

/** Every operation that an organisation's life uses: `liveThrough` fails when it meets another one. */
export const operations: readonly Operation[] = [
  accounts.login,
  accounts.getProfileOfCurrentUser,
  accounts.getProfile,
  accounts.getResourcePermissionInfo,
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
