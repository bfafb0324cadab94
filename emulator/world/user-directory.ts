import type { User } from "./model";

/** All users, in the order of their ids. User names and e-mail addresses are unique for ever (facts 3.2). */
export class UserDirectory {
  readonly #byId = new Map<string, User>();
  readonly #byUsername = new Map<string, string>();
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

  named(username: string): User | undefined {
    return this.#find(this.#byUsername, username);
  }

  withEmail(email: string): User | undefined {
    return this.#find(this.#byEmail, email.toLowerCase());
  }

  shownAs(screenName: string): User | undefined {
    return this.#find(this.#byScreenName, screenName);
  }

  membersOf(organisation: string): User[] {
    return this.all().filter((user) => Object.hasOwn(user.orgRoles, organisation));
  }

  add(user: User): void {
    this.#byUsername.set(user.username, user.id);
    this.#byEmail.set(user.email.toLowerCase(), user.id);
    this.#byScreenName.set(user.screenName, user.id);
    this.#byId.set(user.id, user);
    this.#lastId = Math.max(this.#lastId, Number(user.id));
  }

  changePassword(id: string, passwordHash: string): void {
    const user = this.#byId.get(id);
    if (user !== undefined) {
      this.#byId.set(id, { ...user, passwordHash });
    }
  }

  /** Users of a deleted organisation stay, without it and their role in it (facts 3.1). */
  dropOrganisation(organisation: string): void {
    for (const member of this.membersOf(organisation)) {
      const orgRoles = Object.fromEntries(Object.entries(member.orgRoles).filter(([id]) => id !== organisation));
      this.#byId.set(member.id, { ...member, orgRoles });
    }
  }

  #find(index: ReadonlyMap<string, string>, key: string): User | undefined {
    const id = index.get(key);
    return id === undefined ? undefined : this.#byId.get(id);
  }
}
