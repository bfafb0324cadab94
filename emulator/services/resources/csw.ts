import { resources } from "../../../provider/contract";
import { refuse, type InvalidField } from "../../refusal";
import { changedCsw } from "../../world/organisation-settings";
import { refuseUnless, visible } from "../accounts/organisations";
import { implement } from "../implement";
import { withDefaults } from "./csw-defaults";
import { refuseUnlessAdministrator } from "./settings";
import { settingsOf } from "./shown-settings";

/** One that is active already stays as it is, with the day of its activation. */
const activateCswEndpoint = implement(resources.activateCswEndpoint, (call) => {
  const { world, now, commit } = call;
  const { id } = visible(call, call.path.orgId);
  refuseUnlessAdministrator(call);
  if (world.settings.of(id).csw === undefined) {
    commit({ type: "cswEndpointActivated", organisation: id, at: now() });
  }
  return settingsOf(world, id);
});

/** The configuration goes with the endpoint: the next one begins with the defaults. */
const deactivateCswEndpoint = implement(resources.deactivateCswEndpoint, (call) => {
  const { world, commit } = call;
  const { id } = visible(call, call.path.orgId);
  refuseUnlessAdministrator(call);
  if (world.settings.of(id).csw !== undefined) {
    commit({ type: "cswEndpointDeactivated", organisation: id });
  }
  return settingsOf(world, id);
});

const updateCswConfiguration = implement(resources.updateCswConfiguration, (call) => {
  const { body, world, commit } = call;
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  const { csw } = world.settings.of(id);
  if (csw === undefined) {
    throw refuse.taken(
      `Organisation ${id} has no active CSW endpoint of its own: an administrator activates it, on the platform wetransform does.`,
    );
  }
  const problems = problemsWith(withDefaults(changedCsw(csw.configuration, body), csw.activated));
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
  commit({ type: "cswConfigurationChanged", organisation: id, changes: body });
  return settingsOf(world, id);
});

export const csw = [activateCswEndpoint, deactivateCswEndpoint, updateCswConfiguration];

/** Of the whole as it would be: a change of one field can make another one wrong. */
function problemsWith(whole: ReturnType<typeof withDefaults>): InvalidField[] {
  const { supportedLanguages, defaultLanguage, temporalExtent } = whole;
  const { begin, end } = temporalExtent;
  const problems: InvalidField[] = [];
  if (!supportedLanguages.includes(defaultLanguage)) {
    const message = `"${defaultLanguage}" is not among the supported languages: ${supportedLanguages.join(", ")}`;
    problems.push({ field: "defaultLanguage", message });
  }
  // Dates in this form are in the order of their texts.
  if (begin !== undefined && end !== undefined && begin > end) {
    problems.push({ field: "temporalExtent.end", message: `lies before the beginning, ${begin}` });
  }
  return problems;
}
