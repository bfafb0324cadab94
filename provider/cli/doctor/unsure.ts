import { isError } from "../../errors";

/**
 * Whether the error shows only that this server has another form of an operation, or does not allow it. The forms of
 * most operations are designed, not known.
 */
export function isUnsure(error: unknown): boolean {
  return isError(error, "HC2003", "HC2011", "HC2400", "HC2403", "HC2404");
}
