import { actions } from "../../../provider/contract";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { Organisation } from "../../world/model";
import { themeIdOf } from "../../world/themes";
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

/** A schema is a bucket of the store of schemas; those of the other four stores count as buckets. */
function affected(world: WorldView, { id, name }: Organisation) {
  const owned = world.buckets.ownedBy({ type: "org", id });
  const shown = (buckets: readonly Bucket[]) =>
    buckets.map((it) => ({ id: combinedIdOf(it), ...(it.name === undefined ? {} : { name: it.name }) }));
  return {
    id,
    name,
    suborganisations: world.organisations.descendantsOf(id).map((it) => ({ id: it.id, name: it.name })),
    buckets: shown(owned.filter((it) => it.store !== "schemas")),
    schemas: shown(owned.filter((it) => it.store === "schemas")),
    themes: world.themes.ownedBy({ type: "org", id }).map((it) => ({ id: themeIdOf(it), name: it.name })),
    members: world.users.membersOf(id).map((it) => ({ id: it.id, name: it.fullName })),
  };
}

/** Members alone do not stand in the way: they stay, without the organisation (docs/platform.md#organisations). */
function refuseWhileInUse({ id, suborganisations, buckets, schemas, themes }: ReturnType<typeof affected>): void {
  const found = Object.entries({ suborganisations, buckets, schemas, themes })
    .filter(([, things]) => things.length > 0)
    .map(([type, things]) => `${String(things.length)} ${type}`);
  if (found.length > 0) {
    throw refuse.taken(`Organisation ${id} is still in use: ${found.join(", ")}. Delete them first.`);
  }
}
