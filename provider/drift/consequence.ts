import type { Kind } from "../kinds";
import { mayReplace, splitInputs } from "../lifecycle/values/inputs";
import type { DriftFinding } from "./model";
import type { OpenResource } from "./state";

const command = "`pulumi up --refresh --run-program`";
const blind = "`pulumi up` alone changes nothing, because it does not read the platform";

/** What `up` does about a declared value that differs. */
export function consequenceOfChange(resource: OpenResource, field: string): DriftFinding["up"] {
  const { kind, inputs } = resource;
  if (kind.inputs[field]?.mark !== "replace") {
    return { plain: "nothing", refreshed: "update", says: `${blind}. ${command} sets the declared value again.` };
  }
  const isRefused = kind.replacementCascades && !mayReplace(splitInputs(kind, inputs).policies);
  return isRefused
    ? {
        plain: "nothing",
        refreshed: "refuse",
        says: `${blind}. ${command} would have to replace the object. It refuses this, unless \`onReplace\` is "replace".`,
      }
    : { plain: "nothing", refreshed: "replace", says: `${blind}. ${command} replaces the object.` };
}

/** What `up` does about a declared object that is gone. */
export function consequenceOfAbsence(kind: Kind): DriftFinding["up"] {
  return kind.identity.type !== "singleton" && kind.identity.whenTaken !== undefined
    ? {
        plain: "nothing",
        refreshed: "refuse",
        says: `${blind}. ${command} tries to create the object, and fails if a deleted object keeps the name.`,
      }
    : { plain: "nothing", refreshed: "create", says: `${blind}. ${command} creates the object again.` };
}

/** Pulumi never touches what nobody declared. */
export const consequenceOfSurplus: DriftFinding["up"] = {
  plain: "nothing",
  refreshed: "nothing",
  says: "`pulumi up` leaves it alone, because no resource declares it. Declare it, or remove it on the platform.",
};
