import { accounts } from "../../../provider/contract";
import { refuse } from "../../refusal";
import type { Organisation } from "../../world/model";
import { implement } from "../implement";
import { refuseUnless, visible } from "./organisations";

/**
 * With any organisation that there is, also one that the caller does not see: partners lie in other trees, and one knows
 * them by their number (docs/platform.md#organisations, the tab «Organisation sharing»).
 */
const shareOrganisation = implement(accounts.shareOrganisation, (call) => {
  const { path, world, caller, now, commit } = call;
  const organisation = visible(call, path.orgId);
  refuseUnless(call, "edit", organisation.id);
  if (world.organisations.get(path.otherOrgId) === undefined) {
    throw refuse.absent(`organisation ${path.otherOrgId}`);
  }
  if (path.otherOrgId === organisation.id) {
    throw refuse.taken(`Organisation ${organisation.id} has its own access already.`);
  }
  if (isShared(organisation, path.otherOrgId)) {
    throw refuse.taken(`Organisation ${organisation.id} is shared with organisation ${path.otherOrgId} already.`);
  }
  commit({ type: "organisationShared", id: organisation.id, with: path.otherOrgId, by: caller.id, at: now() });
  return visible(call, organisation.id);
});

const unshareOrganisation = implement(accounts.unshareOrganisation, (call) => {
  const { path, commit } = call;
  const organisation = visible(call, path.orgId);
  refuseUnless(call, "edit", organisation.id);
  if (!isShared(organisation, path.otherOrgId)) {
    throw refuse.absent(`share of organisation ${organisation.id} with organisation ${path.otherOrgId}`);
  }
  commit({ type: "organisationUnshared", id: organisation.id, with: path.otherOrgId });
  return { error: false, message: `Organisation ${organisation.id} is no longer shared with ${path.otherOrgId}.` };
});

export const sharing = [shareOrganisation, unshareOrganisation];

function isShared({ sharedWith = [] }: Organisation, other: string): boolean {
  return sharedWith.some(({ organisation }) => organisation === other);
}
