import type { reports } from "../../../provider/contract";
import { may } from "../../access/permissions";
import { refuse } from "../../refusal";
import type { Organisation } from "../../world/model";
import type { WorldView } from "../../world/world";
import type { Platform, Visitor } from "../implement";
import { settingsOf } from "../resources/shown-settings";
import { endOf, startOf, type Period } from "./period";

/** One organisation, or all that the caller may edit. */
export function organisationsManagedBy(call: Platform & Visitor, wanted: string | undefined): Organisation[] {
  const { world, caller } = call;
  const manages = ({ id }: Organisation): boolean =>
    may(world, caller, "edit", { type: "Organisation", organisation: id });
  if (wanted === undefined) {
    return world.organisations.all().filter(manages);
  }
  // As with `getBuckets`: an organisation that does not exist is one without the permission.
  const organisation = world.organisations.get(wanted);
  if (organisation === undefined || !manages(organisation)) {
    throw refuse.forbidden(`You lack the permission Organisation.edit for organisation ${wanted}.`);
  }
  return [organisation];
}

export function capacityIn(world: WorldView, { id, name }: Organisation, period: Period): reports.CapacityOfPeriod {
  const owned = world.buckets.ownedBy({ type: "org", id });
  const files = owned.flatMap((bucket) => world.buckets.filesOf(bucket.id));
  const volumeAt = (moment: number): number =>
    files.filter(({ stored }) => stored < moment).reduce((sum, { bytes }) => sum + bytes, 0);
  const end = endOf(period.to);
  const { usage = 0, points } = settingsOf(world, id).capacity ?? {};
  return {
    organisation: id,
    name,
    ...period,
    datasets: owned.filter(({ store, created }) => store === "data" && created < end).length,
    bytesBefore: volumeAt(startOf(period.from)),
    bytes: volumeAt(end),
    usage,
    ...(points === undefined ? {} : { points }),
  };
}
