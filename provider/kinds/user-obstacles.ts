import { accounts } from "../contract";
import type { Obstacle, Outlook, Values } from "./kind";
import { organisationObstacles, roleObstacles } from "./membership";
import { isDenied } from "./permission";
import type { RemoteUser, UserForm } from "./user-form";

/** What speaks against creating a user, all of it. */
export async function obstaclesOf(outlook: Outlook, declared: UserForm): Promise<Obstacle[]> {
  const { organisation, role } = declared;
  const found = await Promise.all([
    organisationObstacles(outlook, organisation),
    roleObstacles(outlook, role),
    denials(outlook, organisation),
    namesTaken(outlook, declared),
  ]);
  return found.flat();
}

/** What speaks against a change. */
export async function changeObstaclesOf(
  outlook: Outlook,
  changes: Partial<UserForm>,
  { id }: { readonly id: string; readonly actual: Values },
): Promise<Obstacle[]> {
  const { organisation, role, email } = changes;
  const found = await Promise.all([
    organisation === undefined ? [] : organisationObstacles(outlook, organisation),
    role === undefined ? [] : roleObstacles(outlook, role),
  ]);
  return [...found.flat(), ...(email === undefined ? [] : emailTaken(await users(outlook), email, id))];
}

async function denials(outlook: Outlook, organisation: string): Promise<Obstacle[]> {
  return (await isDenied(outlook, "User", "create", organisation))
    ? [
        {
          field: "organisation",
          what: `you may not create a user in organisation ${organisation}`,
          why: "The permission User.create is denied there; the role Superuser gives it (facts 3.3).",
          remedy: "Use an account that has the role, or ask for it.",
        },
      ]
    : [];
}

async function namesTaken(outlook: Outlook, { username, email }: UserForm): Promise<Obstacle[]> {
  const all = await users(outlook);
  const deleted = all.find((it) => it.username === username && it.status === "deleted");
  const nameOfTheDead: Obstacle[] =
    deleted === undefined
      ? []
      : [
          {
            field: "username",
            what: `the user name "${username}" belongs to user ${deleted.id}, who was deleted`,
            why: "Deleting a user is a permanent deactivation, and the name stays taken for ever (facts 3.2).",
            remedy: "Choose another user name.",
          },
        ];
  const namesake = all.find((it) => it.username === username && it.status !== "deleted");
  return [...nameOfTheDead, ...emailTaken(all, email, outlook.replacing ?? namesake?.id)];
}

function emailTaken(all: readonly RemoteUser[], email: string, own: string | undefined): Obstacle[] {
  const isSame = (it: RemoteUser): boolean => it.email?.toLowerCase() === email.toLowerCase();
  const owner = all.find((it) => isSame(it) && it.id !== own && it.status !== "deleted");
  return owner === undefined
    ? []
    : [
        {
          field: "email",
          what: `the e-mail address "${email}" is that of user ${owner.id} (${owner.username ?? owner.screenName ?? ""})`,
          why: "E-mail addresses are unique across users (facts 3.2).",
          remedy: "Choose another address, or adopt the user.",
        },
      ];
}

async function users({ client }: Outlook): Promise<readonly RemoteUser[]> {
  return (await client.snapshot(accounts.getUsers, { query: { deleted: true } })).items;
}
