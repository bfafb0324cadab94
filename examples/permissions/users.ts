import { Config } from "@pulumi/pulumi";
import { User } from "pulumi-haleconnect";
import { organisations } from "./organisations";
import people from "./people.json";

/** Initial passwords by user name: a secret of the stack's configuration, never text of the program. */
const passwords = new Config().getSecretObject<Record<string, string>>("passwords");

/** Everybody in people.json, with the role in the home organisation. Who has no password sets one by the mailed link. */
export const users = Object.fromEntries(
  Object.entries(people).map(([username, { fullName, home, role }]) => {
    const organisation = organisations[home];
    if (organisation === undefined) {
      throw new Error(`people.json: ${username} is at home in "${home}", which organisations.ts does not have`);
    }
    const email = `${username}@muster.example`;
    const password = passwords?.apply((all) => all[username]);
    return [username, new User(username, { username, fullName, email, organisation, role, password })];
  }),
) as Record<keyof typeof people, User>;
