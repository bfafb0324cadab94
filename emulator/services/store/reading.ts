import type { store } from "../../../provider/contract";
import { mayLookThrough, readsPersonally, seesBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { detailsOf, detailsWithFiles, summaryOf } from "./shown-bucket";
import { visible } from "./visible-bucket";

export function reading(of: store.Store) {
  const { name } = of.variant;
  return [
    implement(of.getBucketInfo, (call) => detailsWithFiles(call.world, visible(call, name, call.path))),

    implement(of.getBuckets, (call) => {
      const { contextOrganisation, details } = call.query;
      if (contextOrganisation === undefined) {
        refuseWithoutContext(call);
      }
      const found =
        contextOrganisation === undefined ? personal(call, name) : ofOrganisation(call, of, contextOrganisation);
      return found.map(details === true ? detailsOf : summaryOf);
    }),

    implementList(of.listBuckets, ({ query, world, visitor }) =>
      pageableList(
        world.buckets.inStore(name).filter((bucket) => seesBucket(world, visitor, bucket)),
        query.includeFiles === true ? (bucket) => detailsWithFiles(world, bucket) : detailsOf,
      ),
    ),
  ];
}

/** Who belongs to no organisation has no context in which a list could be meant (docs/platform.md#status-403). */
function refuseWithoutContext({ visitor }: Visitor): void {
  if (visitor?.administrator === false && Object.keys(visitor.orgRoles).length === 0) {
    throw refuse.forbidden("You have no user context: you belong to no organisation.");
  }
}

/** Without an organisation: what is the caller's own or shared with them, and what is public (docs/platform.md#bucket-service). */
function personal({ world, visitor }: Platform & Visitor, name: store.StoreName): Bucket[] {
  return world.buckets.inStore(name).filter((bucket) => readsPersonally(world, visitor, bucket));
}

/**
 * "If the user has sufficient permissions" (docs/platform.md#bucket-service), and 403 otherwise, also where there is no such organisation:
 * hale studio passes over an organisation with 403 and gives up with anything else.
 */
function ofOrganisation({ world, visitor }: Platform & Visitor, of: store.Store, organisation: string): Bucket[] {
  const { name, resourceType } = of.variant;
  const isThere = world.organisations.get(organisation) !== undefined;
  if (visitor === undefined || !isThere || !mayLookThrough(world, visitor, resourceType, organisation)) {
    throw refuse.forbidden(`You lack the permission ${resourceType}.read for organisation ${organisation}.`);
  }
  return world.buckets
    .ownedBy({ type: "org", id: organisation })
    .filter((bucket) => bucket.store === name && seesBucket(world, visitor, bucket));
}
