import { catalogue, type ErrorCode } from "./catalogue";
import type { CatalogueEntry } from "./entry";
import { HaleconnectError } from "./haleconnect-error";

/** Whether the error is one of the catalogue, with one of these codes. */
export function isError(error: unknown, ...codes: readonly ErrorCode[]): error is HaleconnectError {
  return error instanceof HaleconnectError && codes.includes(error.code);
}

/** Whether the error is about the object that a resource's key names. Its entry declares that (`about`). */
export function isAboutTheKey(error: unknown): error is HaleconnectError {
  if (!(error instanceof HaleconnectError)) {
    return false;
  }
  const entry: CatalogueEntry = catalogue[error.code];
  return entry.about === "key";
}
