import { actions } from "../../../provider/contract";
import { refuse } from "../../refusal";
import type { Organisation } from "../../world/model";
import type { WorldView } from "../../world/world";
import { refuseUnless, visible } from "../accounts/organisations";
import { implement } from "../implement";

const previewOrganisationDeletion = implement(actions.previewOrganisationDeletion, (call) => {
  const organisation = visible(call, call.path.orgId);
  refuseUnless(call, "delete", organisation.id);
  return affected(call.world, organisation);
});

/** Also the caller's own organisation: that one should not do so is for the caller to know. */
const deleteOrganisation = implement(actions.deleteOrganisation, (call) => {
  const organisation = visible(call, call.path.orgId);
  refuseUnless(call, "delete", organisation.id);
  refuseWhileInUse(affected(call.world, organisation));
  call.commit({ type: "organisationDeleted", id: organisation.id });
  return { error: false, message: `Organisation ${organisation.id} is deleted.` };
});

export const organisations = [previewOrganisationDeletion, deleteOrganisation];

/** Buckets and schemas belong to services that the contract does not declare yet, so there are none of them. */
function affected(world: WorldView, { id, name }: Organisation) {
  return {
    id,
    name,
    suborganisations: world.organisations.descendantsOf(id).map((it) => ({ id: it.id, name: it.name })),
    buckets: [],
    schemas: [],
    members: world.users.membersOf(id).map((it) => ({ id: it.id, name: it.fullName })),
  };
}

/** Members alone do not stand in the way: they stay, without the organisation (facts 3.1). */
function refuseWhileInUse({ id, suborganisations, buckets, schemas }: ReturnType<typeof affected>): void {
  const found = Object.entries({ suborganisations, buckets, schemas })
    .filter(([, things]) => things.length > 0)
    .map(([type, things]) => `${String(things.length)} ${type}`);
  if (found.length > 0) {
    throw refuse.taken(`Organisation ${id} is still in use: ${found.join(", ")}. Delete them first.`);
  }
}
