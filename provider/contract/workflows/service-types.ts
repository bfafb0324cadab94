import { combinedIdOf, readCombinedId, type BucketKey } from "../store/ident";

/** The services as which a dataset can be published: one that shows maps, and three for download. */
export const serviceTypes = ["wms", "wfs", "ogcapiFeatures", "predefinedDataset"] as const;
export type ServiceType = (typeof serviceTypes)[number];

/** How the platform speaks of them (docs/platform.md#published-services). */
export const serviceCategories: Readonly<Record<ServiceType, "view" | "download">> = {
  wms: "view",
  wfs: "download",
  ogcapiFeatures: "download",
  predefinedDataset: "download",
};

const suffixes: Readonly<Record<ServiceType, string>> = {
  wms: "wms",
  wfs: "wfs",
  ogcapiFeatures: "ogcapi",
  predefinedDataset: "download",
};

/** `org.325.<uuid>_wfs`: the name of a service, which is also in its address. */
export function serviceIdOf(dataset: BucketKey, type: ServiceType): string {
  return `${combinedIdOf(dataset)}_${suffixes[type]}`;
}

export function readServiceId(id: string): { readonly dataset: BucketKey; readonly type: ServiceType } | undefined {
  const [, combined = "", suffix = ""] = /^(.*)_([a-z]+)$/.exec(id) ?? [];
  const dataset = readCombinedId(combined);
  const type = serviceTypes.find((it) => suffixes[it] === suffix);
  return dataset === undefined || type === undefined ? undefined : { dataset, type };
}
