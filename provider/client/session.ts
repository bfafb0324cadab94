/** A token, told apart by identity: two logins within one second may give the same text. */
export interface Token {
  readonly value: string;
}

/** Renewals that did not help before 401 counts as a refusal for good: some servers answer it for a missing permission (docs/platform.md#refusals). */
const MOST_FRUITLESS = 3;

/**
 * The session of the process: one login at the first call, shared by all that wait for it. A login that failed is
 * remembered, so that a thousand calls never lock an account (docs/decisions.md#one-client-per-process).
 */
export class Session {
  readonly #login: () => Promise<string>;
  readonly #isRenewable: boolean;
  #current: Promise<Token> | undefined;
  #fruitless = 0;

  constructor(login: () => Promise<string>, isRenewable: boolean) {
    this.#login = login;
    this.#isRenewable = isRenewable;
  }

  token(): Promise<Token> {
    return (this.#current ??= this.#begin());
  }

  /** The token, if there has been a login. */
  async tokenIfAny(): Promise<Token | undefined> {
    return this.#current;
  }

  /** A newer token than one that was refused; undefined when there is no use in asking for one. */
  async renew(refused: Token): Promise<Token | undefined> {
    const known = this.#current;
    // Whoever asked in the same moment has begun a new one meanwhile.
    if ((await known) !== refused || this.#current !== known) {
      return this.#current;
    }
    if (!this.#isRenewable || this.#fruitless >= MOST_FRUITLESS) {
      return undefined;
    }
    return (this.#current = this.#begin());
  }

  /** What became of the call that was repeated with the new token. */
  renewalHelped(hasHelped: boolean): void {
    this.#fruitless = hasHelped ? 0 : this.#fruitless + 1;
  }

  async #begin(): Promise<Token> {
    return { value: await this.#login() };
  }
}
