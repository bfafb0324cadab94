import { refuse } from "../refusal";

/** Twelve hours: a working day. How long a real session lasts is not public (docs/platform.md#login-and-tokens). */
export const defaultLifetimeSeconds = 12 * 60 * 60;

interface Payload {
  readonly sub: string;
  readonly iat: number;
  readonly exp: number;
}

interface Jwt {
  readonly sign: (payload: Payload) => string;
  readonly verify: (token: string) => Payload;
}

/** Issues and reads the JSON Web Tokens that calls carry. Nothing is kept: a token is valid by its signature. */
export class Sessions {
  readonly #secret: string;
  readonly #now: () => number;
  readonly #lifetime: number;
  #loaded: Jwt | undefined;

  constructor(secret: string, now: () => number, lifetimeSeconds = defaultLifetimeSeconds) {
    this.#secret = secret;
    this.#now = now;
    this.#lifetime = lifetimeSeconds;
  }

  issue(userId: string): string {
    const iat = Math.floor(this.#now() / 1000);
    return this.#jwt.sign({ sub: userId, iat, exp: iat + this.#lifetime });
  }

  /** The user's id; 401 for a token that was not issued here or is no longer valid. */
  userIdOf(token: string): string {
    const { sub, exp } = this.#read(token);
    if (this.#now() >= exp * 1000) {
      throw refuse.unauthorised("The token has expired: log in again.");
    }
    return sub;
  }

  #read(token: string): Payload {
    try {
      return this.#jwt.verify(token);
    } catch {
      throw refuse.unauthorised("The token is not one of this server: log in again.");
    }
  }

  /** Loaded with the first login: a start without one is quicker. */
  get #jwt(): Jwt {
    return (this.#loaded ??= load(this.#secret));
  }
}

function load(key: string): Jwt {
  const { createSigner, createVerifier } = require("fast-jwt") as typeof import("fast-jwt");
  return {
    sign: createSigner({ key, algorithm: "HS256" }),
    // The time is compared here, with the clock that the emulator was given.
    verify: createVerifier({ key, algorithms: ["HS256"], ignoreExpiration: true }) as (token: string) => Payload,
  };
}

/** `Bearer <token>`, or the bare token as Swagger UI's api_key box sends it (docs/platform.md#login-and-tokens). */
export function tokenIn(authorization: string | undefined): string | undefined {
  const token = authorization?.replace(/^Bearer\s+/i, "").trim();
  return token === "" ? undefined : token;
}
