import type { Client } from "../client";
import type { Kind } from "../kinds";
import type { ObjectCache } from "./objects/object-cache";
import type { SaidOnce } from "./process/said-once";
import type { Program } from "./program/program";
import type { Journal } from "./remembering/journal";

/** Everything that the lifecycle acts on. Tests pass their own. */
export interface Context {
  /** The one client of the process. The first use creates it, so a run without requests needs no configuration. */
  readonly client: () => Client;
  /** The server's objects of a kind. All calls of the process share them. */
  readonly objects: (kind: Kind) => ObjectCache;
  readonly kindNamed: (name: string) => Kind;
  /** The journal of the resource's stack, or undefined if the origin is not known. */
  readonly journal: (origin: string) => Journal | undefined;
  /** The time of day, in milliseconds since 1970. */
  readonly today: () => number;
  /** Returns a different text each time. */
  readonly unique: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Runs pieces of work on the same object one after the other. */
  readonly oneAtATime: <T>(object: string, work: () => Promise<T>) => Promise<T>;
  /** What the resources of this run declare, have, give up and hand over. */
  readonly program: Program;
  readonly said: SaidOnce;
}
