import type { Client, Listing } from "../../client";
import { store, workflows } from "../../contract";
import { readContentId } from "../content/content-id";
import type { Live } from "../kind";
import { orAbsent } from "../refusals";

/** undefined: it is not published. */
export function flatten(remote: workflows.PublishedServiceInfo): Live | undefined {
  const { id, dataset, type, state, category, access, address, capabilities, published, publishedBy } = remote;
  return state !== "published"
    ? undefined
    : {
        id,
        values: {
          dataset: `data/${dataset}`,
          type,
          access: access?.type,
          accessUser: access?.user,
          category: category ?? workflows.serviceCategories[type],
          address,
          capabilities,
          published,
          publishedBy,
        },
      };
}

export function flattenAll({ items, ...listing }: Listing<workflows.PublishedServiceInfo>): Listing<Live> {
  return { ...listing, items: items.flatMap((remote) => flatten(remote) ?? []) };
}

export async function getService(client: Client, serviceId: string): Promise<Live | undefined> {
  const found = await orAbsent(client.call(workflows.getPublishedService, { path: { serviceId } }));
  return found === undefined ? undefined : flatten(found);
}

/** The name that the platform gives a service. */
export function serviceIdOf(dataset: string, type: workflows.ServiceType): string {
  return workflows.serviceIdOf(readContentId(dataset), type);
}

/** The job parameters of a service by its id. */
export function partsOf(id: string): { readonly resource: string; readonly service: workflows.ServiceType } {
  const { dataset, type = "wms" } = workflows.readServiceId(id) ?? {};
  return { resource: dataset === undefined ? "" : store.combinedIdOf(dataset), service: type };
}
