import type { CatalogueEntry } from "./entry";
import { resourceErrors } from "./resource-errors";

/**
 * Every error the provider can give, declared once: docs/errors.md is printed from here.
 * 1xxx configuration and session, 2xxx the server and the way to it, 3xxx inputs,
 * 4xxx what exists already, 5xxx refusals that protect data, 9xxx defects.
 */
export const catalogue = {
  HC1001: {
    title: "The connection is not configured",
    cause: "The address of the platform or the credentials are missing or malformed.",
    remedy:
      "Set HALECONNECT_URL and HALECONNECT_USERNAME with HALECONNECT_PASSWORD (or HALECONNECT_TOKEN), or the same under haleconnect: in the stack's configuration.",
  },
  HC1002: {
    title: "The login was rejected",
    cause: "User name or password is wrong, or the account is not active.",
    remedy: "Check HALECONNECT_USERNAME and HALECONNECT_PASSWORD. The login is not tried again in this run, so the account is not locked.",
  },
  HC1003: {
    title: "The token is no longer accepted",
    cause: "HALECONNECT_TOKEN is expired or revoked.",
    remedy: "Get a new token, or set HALECONNECT_USERNAME and HALECONNECT_PASSWORD so that the provider can log in by itself.",
  },
  ...resourceErrors,
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type ErrorCode = keyof typeof catalogue;
