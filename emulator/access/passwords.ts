import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";
import { promisify } from "node:util";
import { accounts } from "../../provider/contract";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const length = 32;

/** Node's own: about 50 milliseconds a password. */
const defaultCost = 16_384;

/** `scrypt$<salt>$<key>`, and with another cost than Node's default `scrypt$<salt>$<key>$<cost>`. */
export async function hashPassword(
  password: string,
  cost: number = defaultCost,
  salt: Buffer = randomBytes(16),
): Promise<string> {
  const key = await derive(password, salt, length, { cost });
  const parts = ["scrypt", salt.toString("base64"), key.toString("base64")];
  return [...parts, ...(cost === defaultCost ? [] : [String(cost)])].join("$");
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, salt = "", key = "", cost = String(defaultCost)] = hash.split("$");
  const derived = await derive(password, Buffer.from(salt, "base64"), length, { cost: Number(cost) });
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
