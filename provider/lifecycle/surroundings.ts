import type { Client } from "../client";
import type { Kind, Outlook } from "../kinds";
import type { Announced } from "./announced";
import type { Claims } from "./claims";
import type { Decisions } from "./decisions";
import type { Journal } from "./journal";
import type { Keys } from "./keys";
import type { Living } from "./living";

export type Replacement = Pick<Outlook, "replacing" | "deletedFirst">;

/** What the lifecycle acts on; tests hand in their own. */
export interface Surroundings {
  /** The one client of the process; made at the first use, so that a run without requests needs no configuration. */
  readonly client: () => Client;
  readonly living: (kind: Kind) => Living;
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
  readonly decisions: Decisions;
  readonly claims: Claims;
  readonly keys: Keys;
  readonly announced: Announced;
  /** By the origin of a resource, what is known of the object that it is about to replace. */
  readonly replacements: Map<string, Replacement>;
  /** By their origins, resources whose objects stay when the engine forgets them, as the state has it. */
  readonly retained: Set<string>;
  /** Objects that go with a change of another one in this run, by kind and key. */
  readonly goneSoon: Set<string>;
}
