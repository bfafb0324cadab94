import type { User, UserChanges } from "./model";
import { withoutEmpty } from "./without-empty";

type Invitation = NonNullable<User["invitations"]>[string];
type Grant = NonNullable<User["grants"]>[string];

/**
 * All users, in the order of their ids. A user name belongs to one user for ever, also after the deletion; an e-mail
 * address and a screen name are free again then (docs/platform.md#users, docs/platform.md#user-name).
 */
export class UserDirectory {
  readonly #byId = new Map<string, User>();
  readonly #byUsername = new Map<string, string>();
  readonly #byFoldedUsername = new Map<string, string[]>();
  readonly #byEmail = new Map<string, string>();
  readonly #byScreenName = new Map<string, string>();
  #lastId = 0;

  get nextId(): string {
    return String(this.#lastId + 1);
  }

  get(id: string): User | undefined {
    return this.#byId.get(id);
  }

  all(): User[] {
    return [...this.#byId.values()];
  }

  /** Also somebody who is deleted. */
  named(username: string): User | undefined {
    return this.#find(this.#byUsername.get(username));
  }

  /** Those with this user name in whatever case, the deleted ones left out. */
  namedLike(username: string): User[] {
    const ids = this.#byFoldedUsername.get(username.toLowerCase()) ?? [];
    return ids.flatMap((id) => this.#find(id) ?? []).filter(({ deleted }) => deleted !== true);
  }

  withEmail(email: string): User | undefined {
    return this.#find(this.#byEmail.get(email.toLowerCase()));
  }

  shownAs(screenName: string): User | undefined {
    return this.#find(this.#byScreenName.get(screenName));
  }

  membersOf(organisation: string): User[] {
    return this.all().filter((user) => Object.hasOwn(user.orgRoles, organisation));
  }

  add(user: User): void {
    const folded = user.username.toLowerCase();
    this.#byUsername.set(user.username, user.id);
    this.#byFoldedUsername.set(folded, [...(this.#byFoldedUsername.get(folded) ?? []), user.id]);
    this.#byEmail.set(user.email.toLowerCase(), user.id);
    this.#byScreenName.set(user.screenName, user.id);
    this.#byId.set(user.id, user);
    this.#lastId = Math.max(this.#lastId, Number(user.id));
  }

  /** An empty text clears a field, a field that is left out stays. */
  change(id: string, changes: UserChanges): void {
    this.#replace(id, (user) => {
      const changed: User = withoutEmpty({ ...user, ...(changes as Partial<User>) });
      this.#byEmail.delete(user.email.toLowerCase());
      this.#byEmail.set(changed.email.toLowerCase(), id);
      this.#byScreenName.delete(user.screenName);
      this.#byScreenName.set(changed.screenName, id);
      return changed;
    });
  }

  activate(id: string, passwordHash: string | undefined): void {
    this.#replace(id, (user) => ({ ...user, passwordHash: passwordHash ?? user.passwordHash, unconfirmed: undefined }));
  }

  deactivate(id: string, deactivated: boolean): void {
    this.#replace(id, (user) => ({ ...user, deactivated: deactivated || undefined }));
  }

  /** The row stays, with the id and the user name (docs/platform.md#user-deletion). */
  remove(id: string): void {
    this.#replace(id, (user) => {
      this.#byEmail.delete(user.email.toLowerCase());
      this.#byScreenName.delete(user.screenName);
      return {
        ...user,
        deleted: true,
        orgRoles: {},
        grants: undefined,
        invitations: undefined,
        passwordHash: undefined,
      };
    });
  }

  giveRole(id: string, organisation: string, role: string | string[], grant: Grant): void {
    this.#replace(id, (user) => ({
      ...user,
      orgRoles: { ...user.orgRoles, [organisation]: role },
      grants: { ...user.grants, [organisation]: grant },
    }));
  }

  invite(id: string, organisation: string, invitation: Invitation): void {
    this.#replace(id, (user) => ({ ...user, invitations: { ...user.invitations, [organisation]: invitation } }));
  }

  accept(id: string, organisation: string): void {
    const invitation = this.#byId.get(id)?.invitations?.[organisation];
    if (invitation !== undefined) {
      const { role, ...grant } = invitation;
      this.leave(id, organisation);
      this.giveRole(id, organisation, role, grant);
    }
  }

  /** Without the role in the organisation, or the invitation to it. */
  leave(id: string, organisation: string): void {
    this.#replace(id, (user) => ({
      ...user,
      orgRoles: without(user.orgRoles, organisation),
      grants: without(user.grants ?? {}, organisation),
      invitations: without(user.invitations ?? {}, organisation),
    }));
  }

  /** Users of a deleted organisation stay, without it and their role in it (docs/platform.md#organisations). */
  dropOrganisation(organisation: string): void {
    for (const { id, orgRoles, invitations = {} } of this.all()) {
      if (Object.hasOwn(orgRoles, organisation) || Object.hasOwn(invitations, organisation)) {
        this.leave(id, organisation);
      }
    }
  }

  #replace(id: string, change: (user: User) => User): void {
    const user = this.#byId.get(id);
    if (user !== undefined) {
      this.#byId.set(id, withoutEmpty(change(user)));
    }
  }

  #find(id: string | undefined): User | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
