import { accounts } from "../../provider/contract";
import type { Stage } from "../support/stage";
import { emailOf, usernameOf } from "./specimens/organisations";

/** The login of an account, as the environment of a run has it. */
export type Login = Readonly<Record<"HALECONNECT_USERNAME" | "HALECONNECT_PASSWORD", string>>;

const password = "Sunshine-42";

/** Makes an account that has the role in the organisations, and in no other one. */
export async function anAccount(
  stage: Stage,
  tag: string,
  role: string,
  [organisation = "", ...others]: readonly string[],
): Promise<Login> {
  const username = usernameOf(tag, role);
  const body = { username, fullName: username, email: emailOf(username), organisation, role, password };
  const { id: user } = await stage.outOfBand.call(accounts.createUser, { body });
  for (const orgId of others) {
    await stage.outOfBand.call(accounts.addMember, { path: { orgId }, body: { user, role } });
  }
  return { HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
}

/** From now on the account has no role in the organisation. */
export async function takeRoleAway({ outOfBand }: Stage, login: Login, orgId: string): Promise<void> {
  const { items } = await outOfBand.list(accounts.getMembers, { path: { orgId } });
  const userId = items.find(({ username }) => username === login.HALECONNECT_USERNAME)?.user ?? "";
  await outOfBand.call(accounts.removeMember, { path: { orgId, userId } });
}

/** Makes a root organisation, from which nobody sees any other one. */
export async function anOrganisationApart({ outOfBand }: Stage, tag: string): Promise<string> {
  return (await outOfBand.call(accounts.createOrganisation, { body: { name: `Apart from ${tag}` } })).id;
}

/** The organisations that a specimen made with the tag. */
export async function organisationsOf({ outOfBand }: Stage, tag: string): Promise<string[]> {
  const { items } = await outOfBand.list(accounts.getOrganisations, {});
  return items.filter(({ name }) => name.startsWith(tag)).map(({ id }) => id);
}
