import { createHash, randomBytes } from "node:crypto";

/** A key or token that nobody guesses: 256 random bits, as text for an address. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret. It needs no salt: there is nothing to try out on 256 random bits. */
export function fingerprint(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}
