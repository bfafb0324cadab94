import { Invitation, OrganisationMembers, RoleAssignment } from "pulumi-haleconnect";
import { ahausen, ost } from "./organisations";
import { users } from "./users";

// Roles beside those in the home organisation, in the three ways in which they can be given.

/** One role of one user; the other members of the town are left to its own people. */
new RoleAssignment("Ben helps Stadt Ahausen", {
  organisation: ahausen,
  user: users["ben.west"],
  role: "dataManager",
});

/** All members of Kreis Ost: whoever is added by hand is drift. */
new OrganisationMembers("members of Kreis Ost", {
  organisation: ost,
  members: [
    { user: users["dirk.ost"], role: "user" },
    { user: users["cora.ahausen"], role: "themeManager" },
  ],
});

/** Somebody of another tenant, known by user name and e-mail address, who has to accept. */
const finn = users["finn.geodienst"];
new Invitation("Finn is invited to Stadt Ahausen", {
  organisation: ahausen,
  username: finn.username,
  email: finn.email,
  role: "dataManager",
});
