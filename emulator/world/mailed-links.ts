import type { MailedLink } from "./model";

/** Links that were mailed and not used yet. For each purpose a user's newest one counts. */
export class MailedLinks {
  readonly #byUser = new Map<string, Map<MailedLink["purpose"], MailedLink>>();
  readonly #byKey = new Map<string, MailedLink>();

  withKey(keyHash: string): MailedLink | undefined {
    return this.#byKey.get(keyHash);
  }

  add(link: MailedLink): void {
    const ofUser = this.#byUser.get(link.user) ?? new Map<MailedLink["purpose"], MailedLink>();
    const earlier = ofUser.get(link.purpose);
    if (earlier !== undefined) {
      this.#byKey.delete(earlier.keyHash);
    }
    this.#byUser.set(link.user, ofUser.set(link.purpose, link));
    this.#byKey.set(link.keyHash, link);
  }

  dropUser(user: string): void {
    for (const { keyHash } of this.#byUser.get(user)?.values() ?? []) {
      this.#byKey.delete(keyHash);
    }
    this.#byUser.delete(user);
  }
}
