import { accounts } from "../../../provider/contract";
import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { emailOf, organisations, usernameOf } from "./organisations";

/** Looked for wherever it must not be. */
export const canary = "Canary-of-the-password-1";

export const userSpecimen: Specimen = {
  kind: kindNamed("User"),
  changedLater: ["organisation"],
  implied: ({ organisation, role }) => ({ roles: { [organisation as string]: role } }),
  notRecreated: /HC3003[^]*stays taken for ever[^]*Choose another user name/,
  notReplacedByForce: /HC3003[^]*and would be deleted first[^]*stays taken for ever/,
  removeByHand: async (stage, userId) => {
    await stage.outOfBand.call(accounts.deleteUser, { path: { userId } });
  },
  prepare: async (stage, tag) => {
    const [home, elsewhere] = await organisations(stage, tag, ["home", "elsewhere"]);
    const username = usernameOf(tag, "erika");
    const least = {
      username,
      fullName: `${tag} Erika`,
      email: emailOf(username),
      organisation: home,
      role: "dataManager",
    };
    return {
      least,
      full: {
        ...least,
        screenName: `${tag} shown`,
        description: "about",
        contact: { street: "Weg 1", zip: "59494", city: "Soest", phone: "1" },
        customFields: { key: "1" },
        taskNotifications: true,
        active: true,
        password: canary,
        passwordVersion: 1,
      },
      other: {
        username: usernameOf(tag, "other"),
        fullName: `${tag} Erika Muster`,
        email: emailOf(usernameOf(tag, "other")),
        organisation: elsewhere,
        role: "themeManager",
        screenName: `${tag} shown otherwise`,
        description: "other",
        contact: { street: "Weg 2", zip: "59423", city: "Unna", phone: "2" },
        customFields: { key: "2" },
        taskNotifications: false,
        active: false,
      },
      empty: {
        screenName: { none: "there is always a name that is shown" },
        description: { value: "" },
        contact: { value: { street: "", zip: "", city: "", phone: "" } },
        customFields: { value: {} },
        taskNotifications: { none: "a switch is on or off" },
        active: { none: "a switch is on or off" },
        password: { none: "it is only ever written" },
        passwordVersion: { none: "it stays in the state" },
      },
    };
  },
};
