import type { Client } from "../client";
import type { Live } from "./live";

/** Why an input cannot work, found by looking at the server. */
export interface Obstacle {
  readonly field: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** Something that is referred to and is not there. */
export function notThere(
  field: string,
  inWords: string,
  remedy: string,
  why = "It does not exist on this server, or the caller is not allowed to see it.",
): Obstacle {
  return { field, what: `there is no ${inWords}`, why, remedy };
}

/** Why taking hold of something is refused. */
export type HeldBack = Obstacle;

/** What is wrong with a field in view of the others. */
export interface Problem {
  readonly field: string;
  /** As in `default language "ger" is not among the supported ones`. */
  readonly what: string;
}

/** What a kind may look at before anything is written. */
export interface Outlook {
  readonly client: Client;
  /** Whether the value is known by now; in a preview one may come from an object that is yet to be made. */
  readonly knows: (value: unknown) => boolean;
  /** The object of a kind, from the shared list where that is young enough; one that is yet to be made counts as there. */
  readonly see: (kindName: string, id: string) => Promise<Live | undefined>;
  /** Whether this run changes the object, as far as it was looked at, so that it does not stay as it is seen. */
  readonly mayChange: (kindName: string, id: string) => boolean;
  /** The object that is going to be replaced. */
  readonly replacing?: string;
  /** The same, where it is deleted first: what it holds alone is free by then. */
  readonly deletedFirst?: string;
}
