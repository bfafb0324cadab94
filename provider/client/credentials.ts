import type { ErrorDetails } from "../errors";
import type { Secret } from "./secret";

export interface GivenLogin {
  readonly kind: "login";
  readonly username: string;
  readonly password: Secret;
  /** The settings that gave them; those of the environment unless told otherwise. */
  readonly from?: { readonly username: string; readonly password: string };
}

export interface GivenToken {
  readonly kind: "token";
  readonly token: Secret;
  /** The setting that gave it: `HALECONNECT_TOKEN` or `haleconnect:token`. */
  readonly from?: string;
  /** The settings of a user name and password that are there as well, and are not used because of the token. */
  readonly beside?: { readonly username: string; readonly password: string };
}

export type Credentials = GivenLogin | GivenToken;

/** What to do when the server does not accept the token, in this very situation. */
export function refusedToken({ from = "HALECONNECT_TOKEN", beside }: GivenToken): ErrorDetails {
  return {
    what: `The server does not accept the token in ${from}`,
    why:
      beside === undefined
        ? "The token has expired, was revoked, or belongs to another server."
        : `The token has expired, was revoked, or belongs to another server. ${beside.username} and ${beside.password} are set too, but the provider prefers a token.`,
    remedy:
      beside === undefined
        ? `Set ${from} to a new token. Or ${removal(from)} and set HALECONNECT_USERNAME and HALECONNECT_PASSWORD, so that the provider logs in by itself.`
        : `${capitalised(removal(from))}, so that the provider logs in with ${beside.username} and ${beside.password}. Or set ${from} to a new token.`,
  };
}

/** What to check when the server does not accept user name and password. */
export function refusedLogin({ from }: GivenLogin): Pick<ErrorDetails, "remedy"> {
  const { username, password } = from ?? { username: "HALECONNECT_USERNAME", password: "HALECONNECT_PASSWORD" };
  return {
    remedy: `Check ${username} and ${password}. The provider does not log in again in this run, so that the account is not locked. If people sign in there through single sign-on, set HALECONNECT_TOKEN to a token instead.`,
  };
}

/** How a setting is taken away where it stands. */
function removal(setting: string): string {
  return setting.startsWith("haleconnect:") ? `run \`pulumi config rm ${setting}\`` : `unset ${setting}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
