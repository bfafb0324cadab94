import type { Client } from "../client";
import type { Kind } from "../kinds";
import type { ObjectCache } from "./objects/object-cache";
import type { SaidOnce } from "./process/said-once";
import type { Program } from "./program/program";
import type { Journal } from "./remembering/journal";

/** What the lifecycle acts on; tests hand in their own. */
export interface Context {
  /** The one client of the process; made at the first use, so that a run without requests needs no configuration. */
  readonly client: () => Client;
  /** The server's objects of a kind, which all calls of the process share. */
  readonly objects: (kind: Kind) => ObjectCache;
  readonly kindNamed: (name: string) => Kind;
  /** The journal of the stack that the resource belongs to; none where the origin is not known. */
  readonly journal: (origin: string) => Journal | undefined;
  /** The time of day, in milliseconds since 1970. */
  readonly today: () => number;
  /** A text that was never there before. */
  readonly unique: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Runs what concerns the same object one after the other. */
  readonly oneAtATime: <T>(object: string, work: () => Promise<T>) => Promise<T>;
  /** What the resources of this run declare, have, give up and hand over. */
  readonly program: Program;
  readonly said: SaidOnce;
}
