import { mayReplace, splitInputs } from "../lifecycle/values/inputs";
import type { DriftFinding } from "./model";
import { ignoredBy } from "./state/ignored-changes";
import type { OpenResource } from "./state";

const command = "`pulumi up --refresh --run-program`";
const blind = "`pulumi up` alone changes nothing, because it does not read the platform";

/** What `up` does about a declared value that differs. */
export function consequenceOfChange(resource: OpenResource, path: readonly string[]): DriftFinding["up"] {
  const { kind, inputs, external, ignoreChanges } = resource;
  const [field = ""] = path;
  const ignored = ignoredBy(ignoreChanges, path);
  if (external) {
    return consequenceOfReading;
  }
  if (ignored !== undefined) {
    return {
      plain: "nothing",
      refreshed: "nothing",
      says: `Pulumi ignores changes of \`${ignored}\`, as the program says in \`ignoreChanges\`. So \`pulumi up\` leaves on the platform what is there; ${command} only takes it into the state.`,
    };
  }
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
export function consequenceOfAbsence({ kind, external }: OpenResource): DriftFinding["up"] {
  if (external) {
    return consequenceOfReading;
  }
  return kind.identity.type !== "singleton" && kind.identity.whenTaken !== undefined
    ? {
        plain: "nothing",
        refreshed: "refuse",
        says: `${blind}. ${command} tries to create the object, and fails if a deleted object keeps the name.`,
      }
    : { plain: "nothing", refreshed: "create", says: `${blind}. ${command} creates the object again.` };
}

/** Pulumi never touches an object that the program only reads. */
const consequenceOfReading: DriftFinding["up"] = {
  plain: "nothing",
  refreshed: "nothing",
  says: "Pulumi only reads this object, because the program gave its id. So `pulumi up` neither changes nor creates it.",
};

/** Pulumi never touches what nobody declared. */
export const consequenceOfSurplus: DriftFinding["up"] = {
  plain: "nothing",
  refreshed: "nothing",
  says: "`pulumi up` leaves it alone, because no resource declares it. Declare it, or remove it on the platform.",
};
