import type { OrganisationToken, TokenRenewal } from "./model";

/** Tokens for the protected services of organisations, in the order of their ids. */
export class OrganisationTokens {
  readonly #byId = new Map<string, OrganisationToken>();
  #lastId = 0;

  /** Ids are never given twice, also not after a removal. */
  get nextId(): string {
    return String(this.#lastId + 1);
  }

  get(id: string): OrganisationToken | undefined {
    return this.#byId.get(id);
  }

  all(): OrganisationToken[] {
    return [...this.#byId.values()];
  }

  add(token: OrganisationToken): void {
    this.#byId.set(token.id, token);
    this.#lastId = Math.max(this.#lastId, Number(token.id));
  }

  /** A new secret for a new span of time; what was revoked or expired is valid again. */
  renew(id: string, renewal: TokenRenewal): void {
    const token = this.#byId.get(id);
    if (token !== undefined) {
      const { name, organisation, createdBy } = token;
      this.#byId.set(id, { id, name, organisation, createdBy, ...renewal });
    }
  }

  revoke(id: string): void {
    const token = this.#byId.get(id);
    if (token !== undefined) {
      this.#byId.set(id, { ...token, revoked: true });
    }
  }

  remove(id: string): void {
    this.#byId.delete(id);
  }

  dropOrganisation(organisation: string): void {
    for (const token of this.all()) {
      if (token.organisation === organisation) {
        this.#byId.delete(token.id);
      }
    }
  }
}
