import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { organisations, users } from "./organisations";

export const organisationMembersSpecimen: Specimen = {
  kind: kindNamed("OrganisationMembers"),
  prepare: async (stage, tag) => {
    const [home, organisation, another] = await organisations(stage, tag, ["home", "managed", "other"]);
    const [one, three] = await users(stage, tag, home, ["one", "three"]);
    // One is a member before the list is taken up, and later no longer named.
    const [two] = await users(stage, tag, organisation, ["two"]);
    const members = [
      { user: one, role: "dataManager" },
      { user: two, role: "themeManager" },
    ];
    return {
      full: { organisation, members },
      least: { organisation, members },
      other: {
        organisation: another,
        members: [
          { user: three, role: "user" },
          { user: one, role: "orgAdmin" },
        ],
      },
      empty: { members: { value: [] } },
    };
  },
};
