import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { accounts } from "../../provider/contract";

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const length = 32;

/** `scrypt$<salt>$<key>`, with Node's default costs. */
export async function hashPassword(password: string, salt: Buffer = randomBytes(16)): Promise<string> {
  const key = await derive(password, salt, length);
  return ["scrypt", salt.toString("base64"), key.toString("base64")].join("$");
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, salt = "", key = ""] = hash.split("$");
  const derived = await derive(password, Buffer.from(salt, "base64"), length);
  const expected = Buffer.from(key, "base64");
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}

/** 24 characters that a shell takes as they are. */
export function randomPassword(): string {
  for (;;) {
    const password = randomBytes(18).toString("base64url");
    if (accounts.isStrongPassword(password) && !password.startsWith("-")) {
      return password;
    }
  }
}
