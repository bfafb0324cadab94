import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { emailOf, organisations, usernameOf, users } from "./organisations";

export const invitationSpecimen: Specimen = {
  kind: kindNamed("Invitation"),
  // A user is meant by both together.
  replacedTogether: ["username", "email"],
  prepare: async (stage, tag) => {
    const [home, organisation, another] = await organisations(stage, tag, ["home", "inviting", "other"]);
    await users(stage, tag, home, ["erika", "max"]);
    const [username, other] = [usernameOf(tag, "erika"), usernameOf(tag, "max")];
    const full = { username, email: emailOf(username), organisation, role: "dataManager" };
    return {
      full,
      least: full,
      other: { username: other, email: emailOf(other), organisation: another, role: "themeManager" },
      empty: {},
    };
  },
};
