import type { Client } from "../../client";
import { accounts } from "../../contract";
import { flattenUser, liveUsers, orAbsent } from "../../kinds";
import { argumentsOf, exactlyOneOf, needed, notThere, organisation, text, textInAddress } from "../arguments";
import { withoutUndefined } from "../results";
import { inSharedOrNew } from "../shared-lists";
import type { GetMembersArgs, GetUserArgs, MemberResult, UserResult } from "./types";

/** A user as the server has it, in the form of fields. */
type LiveUser = ReturnType<typeof flattenUser>;

/** Finds users. The errors name what the program asked for. */
export function lookUpUsers(client: Client) {
  return {
    findUser: (args: GetUserArgs) => find(client, args),
    listMembers: (args: GetMembersArgs) => members(client, args),
  };
}

async function find(client: Client, given: GetUserArgs): Promise<UserResult> {
  const specs = { id: textInAddress, screenName: textInAddress, username: text };
  const args = argumentsOf<GetUserArgs>("getUser", given, specs);
  const by = exactlyOneOf("getUser", args, ["id", "screenName", "username"]);
  const wanted = args[by] ?? "";
  const found = by === "username" ? await byUsername(client, wanted) : await byProfile(client, by, wanted);
  return found === undefined ? notThere(`user with the ${inWords[by]} "${wanted}"`) : resultOf(found);
}

const inWords = { id: "id", screenName: "screen name", username: "user name" } as const;

/** One path serves ids and screen names. A name can look like another user's id, so the answer is checked. */
async function byProfile(client: Client, by: "id" | "screenName", wanted: string): Promise<LiveUser | undefined> {
  const found = await orAbsent(client.call(accounts.getProfile, { path: { userIdOrScreenName: wanted } }));
  return found === undefined || found[by] !== wanted || found.status === "deleted" ? undefined : flattenUser(found);
}

async function byUsername(client: Client, username: string): Promise<LiveUser | undefined> {
  const [found] = await inSharedOrNew(async (oldest) =>
    liveUsers(await client.snapshot(accounts.getUsers, {}, oldest)).items.filter(
      ({ values }) => values.username === username,
    ),
  );
  return found;
}

function resultOf({ id, values: { active: _active, ...values } }: LiveUser): UserResult {
  // The contract says nothing of their members.
  const { customFields, roles } = values as Pick<UserResult, "customFields" | "roles">;
  return withoutUndefined({ id, ...values, customFields, roles });
}

async function members(client: Client, given: GetMembersArgs): Promise<MemberResult[]> {
  const specs = { organisation: needed(organisation) };
  const { organisation: orgId } = argumentsOf<GetMembersArgs>("getMembers", given, specs);
  const found = await orAbsent(client.list(accounts.getMembers, { path: { orgId } }));
  return found === undefined
    ? notThere(`organisation ${orgId}`)
    : found.items.map(({ user, username, fullName, role, roles, status, grantedBy, granted }) =>
        withoutUndefined({ user, role, roles, status, username, fullName, grantedBy, granted }),
      );
}
