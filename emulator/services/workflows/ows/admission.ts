import { isPassword } from "../../../access/passwords";
import { fingerprint } from "../../../access/secrets";
import type { Platform } from "../../implement";
import type { NamedService } from "../shown-service";

/** What a call brings to be let in. */
export interface Credentials {
  /** The parameter `kelvin_token` of the address. */
  readonly token?: string | undefined;
  /** Basic authentication. */
  readonly login?: { readonly user: string; readonly password: string } | undefined;
}

export interface NotAdmitted {
  readonly status: 401 | 403;
  readonly message: string;
}

/** Why a service is not for this caller (docs/platform.md#access-to-services). undefined: it is. */
export async function whyRefused(
  platform: Platform,
  { dataset, publication }: NamedService,
  operation: string,
  { token, login }: Credentials,
): Promise<NotAdmitted | undefined> {
  const { type = "open", user, passwordHash = "" } = publication?.access ?? {};
  if (type === "organisationToken" && (token === undefined || !isValid(platform, dataset.ownerId, token))) {
    const message = `This service needs a valid token of organisation ${dataset.ownerId}, as the parameter kelvin_token.`;
    return { status: 403, message };
  }
  // A password leaves open what a service says of itself.
  if (type === "password" && operation !== "GetCapabilities") {
    const isKnown = login !== undefined && login.user === user && (await isPassword(login.password, passwordHash));
    return isKnown ? undefined : { status: 401, message: "This service needs its user and password." };
  }
  return undefined;
}

function isValid({ world, now }: Platform, organisation: string, secret: string): boolean {
  const hash = fingerprint(secret);
  return world.tokens
    .all()
    .some(
      (token) =>
        token.secretHash === hash &&
        token.organisation === organisation &&
        token.revoked !== true &&
        token.validFrom <= now() &&
        now() < token.validUntil,
    );
}
