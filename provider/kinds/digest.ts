import { createHash } from "node:crypto";

/** The SHA-256 of a value as JSON, in hexadecimal: it tells two values apart and shows neither. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
