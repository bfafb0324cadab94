import { resources } from "../../../provider/contract";
import { seesOrganisation } from "../../access/visibility";
import { refuse } from "../../refusal";
import { refuseUnless, visible } from "../accounts/organisations";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { featureNames, settingsOf } from "./shown-settings";

const getOrganisationSettings = implement(resources.getOrganisationSettings, (call) =>
  settingsOf(call.world, visible(call, call.path.orgId).id),
);

const getAllOrganisationSettings = implementList(resources.getAllOrganisationSettings, ({ world, caller }) =>
  pageableList(
    world.organisations.all().filter(({ id }) => seesOrganisation(world, caller, id)),
    ({ id }) => settingsOf(world, id),
  ),
);

const updateCapacity = implement(resources.updateCapacity, (call) => {
  const { id } = visible(call, call.path.orgId);
  refuseUnlessAdministrator(call);
  call.commit({ type: "capacitySet", organisation: id, points: call.body.points });
  return settingsOf(call.world, id);
});

const updateMapConfiguration = implement(resources.updateMapConfiguration, (call) => {
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  call.commit({ type: "mapConfigurationChanged", organisation: id, changes: call.body });
  return settingsOf(call.world, id);
});

const updateOtherSettings = implement(resources.updateOtherSettings, (call) => {
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  call.commit({ type: "otherSettingsChanged", organisation: id, changes: call.body });
  return settingsOf(call.world, id);
});

const updateFeatureToggles = implement(resources.updateFeatureToggles, (call) => {
  const { body, world, commit } = call;
  const { id } = visible(call, call.path.orgId);
  refuseUnlessAdministrator(call);
  const known: readonly string[] = featureNames;
  const unknown = Object.keys(body).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const message = `there is no such feature; there are ${known.join(", ")}`;
    throw refuse.invalid(unknown.map((name) => ({ field: `featureToggles.${name}`, message })));
  }
  commit({ type: "featuresToggled", organisation: id, toggles: body });
  return settingsOf(world, id);
});

export const settings = [
  getOrganisationSettings,
  getAllOrganisationSettings,
  updateCapacity,
  updateMapConfiguration,
  updateOtherSettings,
  updateFeatureToggles,
];

/** What the platform shows in the administrator's view only (docs/platform.md#organisations), or does on request (docs/platform.md#csw). */
export function refuseUnlessAdministrator({ caller }: Platform & Visitor): void {
  if (!caller.administrator) {
    throw refuse.forbidden("Only administrators change this.");
  }
}
