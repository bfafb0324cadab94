import { store, workflows } from "../../../provider/contract";
import type { Service, ServiceAccess } from "../../world/service-model";
import type { Platform } from "../implement";

/** A service by its id, whatever is known of it. */
export interface NamedService extends Service {
  readonly dataset: store.BucketKey;
  readonly type: workflows.ServiceType;
}

/** undefined: no service can have this id. */
export function namedService({ world }: Pick<Platform, "world">, id: string): NamedService | undefined {
  const named = workflows.readServiceId(id);
  return named === undefined ? undefined : { id, ...world.services.get(id), ...named };
}

export function serviceInfo({ url }: Platform, service: NamedService): workflows.PublishedServiceInfo {
  const { id, dataset, type, publication, nextAccess } = service;
  return {
    id,
    dataset: store.combinedIdOf(dataset),
    type,
    category: workflows.serviceCategories[type],
    state: publication === undefined ? "unpublished" : "published",
    ...addressesOf(url(), service),
    ...(nextAccess === undefined ? {} : { nextAccess: shown(nextAccess) }),
    ...(publication === undefined
      ? {}
      : {
          access: shown(publication.access),
          published: publication.at,
          publishedBy: publication.by,
          datasetModified: publication.datasetModified,
          ...(publication.theme === undefined ? {} : { theme: publication.theme }),
          ...(publication.themeModified === undefined ? {} : { themeModified: publication.themeModified }),
        }),
  };
}

export function addressesOf(url: string, { id, type }: Pick<NamedService, "id" | "type">) {
  if (type === "ogcapiFeatures") {
    const address = `${url}/ows/datasets/${id}`;
    return { address, capabilities: `${address}/collections` };
  }
  const address = `${url}/ows/services/${id}`;
  return {
    address,
    capabilities:
      type === "predefinedDataset" ? address : `${address}?SERVICE=${type.toUpperCase()}&REQUEST=GetCapabilities`,
  };
}

/** Without the password. */
function shown({ type, user }: ServiceAccess) {
  return { type, ...(user === undefined ? {} : { user }) };
}
