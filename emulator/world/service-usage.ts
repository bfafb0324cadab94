import { store, workflows } from "../../provider/contract";
import type { ServiceCalls } from "./services";
import type { WorldView } from "./world";

/** How often something was called at a service of a dataset on a day. */
export interface ServiceUsage extends ServiceCalls {
  /** Combined id of the dataset. */
  readonly dataset: string;
  readonly type: workflows.ServiceType;
}

export interface UsageFilter {
  /** The organisation that owns the dataset. */
  readonly organisation?: string | undefined;
  /** Combined id of the dataset. */
  readonly dataset?: string | undefined;
  /** The first and the last day that count: `2026-11-27`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What was really called at the services of datasets, also at such as are not published any more. */
export function serviceUsage(
  { services }: Pick<WorldView, "services">,
  { organisation, dataset, from = "", to = "9999-12-31" }: UsageFilter = {},
): ServiceUsage[] {
  return services.calls().flatMap((calls) => {
    const known = workflows.readServiceId(calls.service);
    if (known === undefined || calls.day < from || calls.day > to) {
      return [];
    }
    const { ownerType, ownerId } = known.dataset;
    const combinedId = store.combinedIdOf(known.dataset);
    const isOwned = organisation === undefined || (ownerType === "org" && ownerId === organisation);
    return isOwned && (dataset === undefined || dataset === combinedId)
      ? [{ ...calls, dataset: combinedId, type: known.type }]
      : [];
  });
}
