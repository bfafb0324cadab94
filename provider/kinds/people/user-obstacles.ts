import * as accounts from "../../contract/accounts";
import { isSpeltLike } from "../equality";
import type { Obstacle, Outlook, Values } from "../kind";
import { organisationObstacles, roleObstacles } from "./membership";
import { lockedOut, lockOut } from "./lock-out";
import { managingObstacles } from "../permission";
import type { DeclaredUser, UserChanges } from "./user-fields";
import type { RemoteUser } from "./user-form";

/** Everything that speaks against creating a user. */
export async function obstaclesOf(outlook: Outlook, declared: DeclaredUser): Promise<Obstacle[]> {
  const { organisation, role } = declared;
  const found = await Promise.all([
    organisationObstacles(outlook, organisation),
    roleObstacles(outlook, role),
    managingObstacles(outlook, "User", "create", organisation, "create a user in"),
    namesTaken(outlook, declared),
  ]);
  return found.flat();
}

/** Everything that speaks against a change of a user. */
export async function changeObstaclesOf(
  outlook: Outlook,
  changes: UserChanges,
  { id, actual }: { readonly id: string; readonly actual: Values },
): Promise<Obstacle[]> {
  const { organisation, role, email, screenName } = changes;
  const found = await Promise.all([
    organisation === undefined ? [] : organisationObstacles(outlook, organisation),
    role === undefined ? [] : roleObstacles(outlook, role),
    ownObstacles(outlook, id, changes, actual),
  ]);
  const isNamed = email !== undefined || screenName !== undefined;
  return [...found.flat(), ...(isNamed ? namesOfOthers(await users(outlook), { email, screenName }, id) : [])];
}

/** Changes of the caller's own user that would lock the caller out. */
async function ownObstacles(
  { client }: Outlook,
  id: string,
  { organisation, role, active }: UserChanges,
  actual: Values,
): Promise<Obstacle[]> {
  if ((await client.whoAmI()).id !== id) {
    return [];
  }
  const home = actual["organisation"] as string | undefined;
  const target = organisation ?? home;
  const given = role ?? (actual["role"] as string | undefined) ?? "";
  const demoted = target === undefined ? undefined : await lockOut(client, { organisation: target, user: id }, given);
  const moved =
    home === undefined || target === undefined || target === home
      ? undefined
      : await lockOut(client, { organisation: home, user: id }, undefined, { [target]: given });
  return [
    ...(demoted === undefined ? [] : [lockedOut("role", demoted)]),
    ...(moved === undefined ? [] : [lockedOut("organisation", moved)]),
    ...(active === false ? [lockedOut("active", `user ${id} is the caller's own and is not deactivated`)] : []),
  ];
}

async function namesTaken(outlook: Outlook, declared: DeclaredUser): Promise<Obstacle[]> {
  const { username, email, screenName } = declared;
  const all = await users(outlook);
  const isNamed = (it: RemoteUser): boolean => isSpeltLike("userName", it.username, username);
  const deleted = all.find((it) => isNamed(it) && it.status === "deleted");
  const nameOfTheDead: Obstacle[] =
    deleted === undefined
      ? []
      : [
          {
            field: "username",
            what: `the user name "${username}" belongs to user ${deleted.id}, who was deleted`,
            why: "Deleting a user is a permanent deactivation, and the name stays taken for ever.",
            remedy: "Choose another user name.",
          },
        ];
  const namesake = all.find((it) => isNamed(it) && it.status !== "deleted");
  const adopted = namesake === undefined ? [] : await ownObstacles(outlook, namesake.id, declared, {});
  const isDeletedFirst = namesake !== undefined && namesake.id === outlook.deletedFirst;
  const nameOfTheFormer: Obstacle[] = isDeletedFirst
    ? [
        {
          field: "username",
          what: `user ${namesake.id} has the user name "${username}", and would be deleted first`,
          why: "Deleting a user is a permanent deactivation, and the name stays taken for ever: no new user could get it.",
          remedy:
            "Do not force a replacement of a user (after a taint, run `pulumi state untaint`), or choose another user name.",
        },
      ]
    : [];
  return [
    ...nameOfTheDead,
    ...nameOfTheFormer,
    ...namesOfOthers(all, { email, screenName }, outlook.deletedFirst ?? namesake?.id, outlook.replacing),
    ...adopted,
  ];
}

/** An e-mail address or a screen name that another user has. Both are unique among all users who are not deleted. */
function namesOfOthers(
  all: readonly RemoteUser[],
  { email, screenName }: Readonly<Record<"email" | "screenName", string | undefined>>,
  own: string | undefined,
  replacing?: string,
): Obstacle[] {
  const others = all.filter(({ id, status }) => id !== own && status !== "deleted");
  const sameEmail = others.find((it) => email !== undefined && isSpeltLike("email", it.email, email));
  const sameName = others.find((it) => screenName !== undefined && isSpeltLike("text", it.screenName, screenName));
  const obstacle = (field: string, value: string, inWords: string, { id, ...owner }: RemoteUser): Obstacle => ({
    field,
    what: `the ${inWords} ${JSON.stringify(value)} belongs to user ${id} (${owner.username ?? owner.screenName ?? ""})`,
    why:
      id === replacing
        ? "This is the user who is replaced. That user stays on the platform and keeps it, because `onDestroy` says so or because the user was adopted."
        : `Two users cannot have the same ${inWords}.`,
    remedy: id === replacing ? `Choose another ${inWords}.` : `Choose another ${inWords}, or adopt the user.`,
  });
  return [
    ...(email === undefined || sameEmail === undefined ? [] : [obstacle("email", email, "e-mail address", sameEmail)]),
    ...(screenName === undefined || sameName === undefined
      ? []
      : [obstacle("screenName", screenName, "screen name", sameName)]),
  ];
}

async function users({ client }: Outlook): Promise<readonly RemoteUser[]> {
  return (await client.snapshot(accounts.getUsers, { query: { deleted: true } })).items;
}
