import { randomBytes } from "node:crypto";
import type { WorldEvent } from "../world/events";
import { Blobs } from "./blobs";

/** Login of the first administrator. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

/** Where an emulator keeps what outlives it; in memory nothing does. */
export interface Storage {
  /** What happened before this start. */
  readonly events: readonly WorldEvent[];
  /** Signs the sessions. */
  readonly tokenSecret: string;
  /** As it was kept at the last start. */
  readonly login: Login | undefined;
  keepLogin(login: Login): void;
  append(event: WorldEvent): void;
  /** The bytes of files. */
  readonly blobs: Blobs;
  close(): void;
}

export function newTokenSecret(): string {
  return randomBytes(32).toString("base64");
}

export function storageInMemory(): Storage {
  const blobs = new Blobs();
  return {
    events: [],
    blobs,
    tokenSecret: newTokenSecret(),
    login: undefined,
    keepLogin: () => undefined,
    append: () => undefined,
    close: () => {
      blobs.close();
    },
  };
}
