import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { organisations, users } from "./organisations";

export const roleAssignmentSpecimen: Specimen = {
  kind: kindNamed("RoleAssignment"),
  prepare: async (stage, tag) => {
    const [home, organisation, another] = await organisations(stage, tag, ["home", "helped", "other"]);
    const [user, otherUser] = await users(stage, tag, home, ["erika", "max"]);
    const full = { user, organisation, role: "dataManager" };
    return { full, least: full, other: { user: otherUser, organisation: another, role: "themeManager" }, empty: {} };
  },
};
