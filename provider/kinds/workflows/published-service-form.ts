import type { Client, Listing } from "../../client";
import * as store from "../../contract/store";
import * as workflows from "../../contract/workflows";
import { readContentId } from "../content/content-id";
import type { Live, Values } from "../kind";
import { orAbsent } from "../refusals";
import { runningPublication } from "./published-service-jobs";
import { jobsOn } from "./starting";

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

export async function getPublished(client: Client, serviceId: string): Promise<Live | undefined> {
  const found = await infoOf(client, serviceId);
  return found === undefined ? undefined : flatten(found);
}

/** A service that is published, or that a publication of this provider is about to publish. */
export async function getService(client: Client, serviceId: string): Promise<Live | undefined> {
  const found = await infoOf(client, serviceId);
  if (found === undefined || found.state === "published") {
    return found === undefined ? undefined : flatten(found);
  }
  const begun = runningPublication(await jobsOn(client, partsOf(serviceId).resource), serviceId);
  const { nextAccess } = found;
  return begun === undefined ? undefined : flattenBegun(serviceId, { createdBy: begun.createdBy, access: nextAccess });
}

/** A service whose first publication is not over. */
export function flattenBegun(
  id: string,
  begun: {
    readonly createdBy: string | undefined;
    readonly access: { readonly type: workflows.AccessType; readonly user?: string | undefined } | undefined;
  },
): Live {
  const { resource, service } = partsOf(id);
  const { createdBy, access } = begun;
  return {
    id,
    values: {
      dataset: `data/${resource}`,
      type: service,
      access: access?.type,
      accessUser: access?.user,
      publishedBy: createdBy,
    },
  };
}

/** Whether its first publication is not over. */
export function isBegun({ category }: Values): boolean {
  return category === undefined;
}

async function infoOf(client: Client, serviceId: string): Promise<workflows.PublishedServiceInfo | undefined> {
  return orAbsent(client.call(workflows.getPublishedService, { path: { serviceId } }));
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
