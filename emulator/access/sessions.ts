import { createSigner, createVerifier } from "fast-jwt";
import { refuse } from "../refusal";

/** Twelve hours: a working day. How long a real session lasts is not public (facts 1.2). */
export const defaultLifetimeSeconds = 12 * 60 * 60;

/** Issues and reads the JSON Web Tokens that calls carry. Nothing is kept: a token is valid by its signature. */
export class Sessions {
  readonly #sign: (payload: { sub: string; iat: number; exp: number }) => string;
  readonly #verify: (token: string) => { sub: string; exp: number };
  readonly #now: () => number;
  readonly #lifetime: number;

  constructor(secret: string, now: () => number, lifetimeSeconds = defaultLifetimeSeconds) {
    this.#sign = createSigner({ key: secret, algorithm: "HS256" });
    this.#verify = createVerifier({ key: secret, algorithms: ["HS256"], ignoreExpiration: true });
    this.#now = now;
    this.#lifetime = lifetimeSeconds;
  }

  issue(userId: string): string {
    const iat = Math.floor(this.#now() / 1000);
    return this.#sign({ sub: userId, iat, exp: iat + this.#lifetime });
  }

  /** The user's id; 401 for a token that was not issued here or is no longer valid. */
  userIdOf(token: string): string {
    const { sub, exp } = this.#read(token);
    if (this.#now() >= exp * 1000) {
      throw refuse.unauthorised("The token has expired: log in again.");
    }
    return sub;
  }

  #read(token: string): { sub: string; exp: number } {
    try {
      return this.#verify(token);
    } catch {
      throw refuse.unauthorised("The token is not one of this server: log in again.");
    }
  }
}

/** `Bearer <token>`, or the bare token as Swagger UI's api_key box sends it (facts 1.2). */
export function tokenIn(authorization: string | undefined): string | undefined {
  const token = authorization?.replace(/^Bearer\s+/i, "").trim();
  return token === "" ? undefined : token;
}
