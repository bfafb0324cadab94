import type { Answer } from "../outcome";

/** Words in the addresses and pages of identity providers: Keycloak, SAML, ADFS and Entra. */
const SIGNS = /openid-connect|\/realms\/|keycloak|\/oauth2?\/|saml|\/adfs\/|login\.microsoftonline\./i;

/**
 * Where people sign in, if the answer sends them elsewhere for that: the address of that server, or "another page".
 * A sign only: nothing public tells how an installation behaves (docs/platform.md#single-sign-on).
 */
export function signOnIn(server: string, { status, headers, text }: Answer): string | undefined {
  const location = headers["location"] ?? "";
  if (status >= 300 && status < 400) {
    return SIGNS.test(location) && URL.canParse(location, server) ? new URL(location, server).origin : undefined;
  }
  const isPage = /html/i.test(headers["content-type"] ?? "");
  return isPage && SIGNS.test(text) ? "another page" : undefined;
}
