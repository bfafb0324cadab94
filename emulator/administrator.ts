import { assignableRoles, managesBelow } from "./access/grants";
import { isPassword, randomPassword } from "./access/passwords";
import { newUser } from "./services/accounts/new-user";
import type { Roles } from "../provider/contract";
import type { Platform } from "./services/implement";
import type { Login, Storage } from "./storage/storage";
import type { User } from "./world/model";
import type { WorldView } from "./world/world";

/**
 * Sees to it that there is an administrator who can log in as the start says. Where the last one was deleted another
 * is made (docs/platform.md#users), with the next free name, since the old one stays taken; one who is deactivated comes back, since
 * nobody else could see to that.
 *
 * A password that is wanted wins over the one kept. The login is kept first and then compared with the world, so that
 * a kill in between is mended by the next start.
 */
export async function settleAdministrator(platform: Platform, storage: Storage, wanted?: string): Promise<Login> {
  const { world, commit } = platform;
  const administrator = world.users.all().find((user) => user.administrator && user.deleted !== true);
  const username = administrator?.username ?? freeName(world);
  const kept = storage.login?.username === username ? storage.login.password : undefined;
  const login: Login = { username, password: wanted ?? kept ?? randomPassword() };
  if (kept !== login.password) {
    storage.keepLogin(login);
  }
  if (administrator === undefined) {
    found(platform, username, await platform.hashPassword(login.password));
    return login;
  }
  if (administrator.deactivated === true) {
    commit({ type: "userReactivated", id: administrator.id });
  }
  if (!(await isPassword(login.password, administrator.passwordHash ?? ""))) {
    const passwordHash = await platform.hashPassword(login.password);
    commit({ type: "passwordChanged", id: administrator.id, passwordHash });
  }
  return login;
}

function emailOf(username: string): string {
  return `${username}@operator.example`;
}

/** "admin", "admin2", …: the first that nobody has or had. */
function freeName({ users }: WorldView): string {
  const isFree = (name: string) =>
    users.named(name) === undefined &&
    users.withEmail(emailOf(name)) === undefined &&
    users.namedLike(emailOf(name)).length === 0;
  for (let number = 1; ; number++) {
    const name = number === 1 ? "admin" : `admin${String(number)}`;
    if (isFree(name)) {
      return name;
    }
  }
}

/** A fresh platform: the operator's organisation, and its administrator, who is also its Superuser. */
function found(platform: Platform, username: string, passwordHash: string): void {
  const { commit, now, world } = platform;
  const createdBy = world.users.nextId;
  // There already when the first start was killed between the two events, or when there was an administrator before.
  const begun = world.organisations.all()[0]?.id;
  const organisation = begun ?? world.organisations.nextId;
  if (begun === undefined) {
    commit({
      type: "organisationCreated",
      organisation: { id: organisation, name: "Operator", createdBy, created: now() },
    });
  }
  const user: User = newUser(platform, {
    username,
    fullName: "Administrator",
    email: emailOf(username),
    passwordHash,
    orgRoles: { [organisation]: highestRole(world.roles) },
    createdBy,
  });
  commit({ type: "userCreated", user: { ...user, administrator: true } });
}

/** The Superuser of the roles file; if none manages what is below an organisation, the last role of the file. */
function highestRole(roles: Roles): string {
  const assignable = assignableRoles(roles);
  return assignable.find((role) => managesBelow(roles, role)) ?? assignable.at(-1) ?? "";
}
