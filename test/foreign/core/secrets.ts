import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

export interface SealedSecret {
  salt: Buffer;
  hash: Buffer;
}

const hashOf = (secret: string, salt: Buffer): Buffer => scryptSync(secret, salt, 32, { N: 1024 });

export function seal(secret: string): SealedSecret {
  const salt = randomBytes(16);
  return { salt, hash: hashOf(secret, salt) };
}

export const opens = (secret: string, { salt, hash }: SealedSecret): boolean =>
  timingSafeEqual(hashOf(secret, salt), hash);
