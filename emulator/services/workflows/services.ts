import { store, workflows } from "../../../provider/contract";
import { seesBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { settle } from "./settle";
import { namedService, serviceInfo, type NamedService } from "./shown-service";
import { datasetOf, isOwnedBy, refuseUnlessEditor, seenDataset } from "./visible-dataset";

type Context = Platform & Visitor;

const getPublishedServices = implementList(workflows.getPublishedServices, async (call) => {
  await settle(call);
  const { query, world } = call;
  const wanted = world.services
    .all()
    .flatMap(({ id }) => namedService(call, id) ?? [])
    .filter((service) => query.dataset === undefined || store.combinedIdOf(service.dataset) === query.dataset)
    .filter(
      ({ publication }) => query.state === undefined || (query.state === "published") === (publication !== undefined),
    )
    .filter((service) => isShown(call, service, query.organisation));
  return pageableList(wanted, (service) => serviceInfo(call, service));
});

const getPublishedService = implement(workflows.getPublishedService, async (call) => {
  await settle(call);
  return serviceInfo(call, visibleService(call, call.path.serviceId).service);
});

const setServiceAccess = implement(workflows.setServiceAccess, async (call) => {
  await settle(call);
  const { type, user, password } = call.body;
  refuseUnlessEditor(call, visibleService(call, call.path.serviceId).dataset);
  const passwordHash = password === undefined ? undefined : await call.hashPassword(password);
  // Looked at once more, since the hash took its time.
  const { service, dataset } = visibleService(call, call.path.serviceId);
  refuseUnlessEditor(call, dataset);
  const access = {
    type,
    ...(user === undefined ? {} : { user }),
    ...(passwordHash === undefined ? {} : { passwordHash }),
  };
  call.commit({ type: "serviceAccessSet", id: service.id, access });
  return serviceInfo(call, visibleService(call, service.id).service);
});

export const ofServices = [getPublishedServices, getPublishedService, setServiceAccess];

function isShown({ world, visitor }: Context, service: NamedService, organisation: string | undefined): boolean {
  const dataset = datasetOf(world, store.combinedIdOf(service.dataset));
  return dataset !== undefined && seesBucket(world, visitor, dataset) && isOwnedBy(organisation, dataset);
}

/** Each dataset that one sees has its services, published or not. */
export function visibleService(
  call: Context,
  id: string,
): { readonly service: NamedService; readonly dataset: Bucket } {
  const service = namedService(call, id);
  const dataset = service === undefined ? undefined : seenDataset(call, store.combinedIdOf(service.dataset));
  if (service === undefined || dataset === undefined) {
    throw refuse.absent(`service ${id}`);
  }
  return { service, dataset };
}
