import type { Client } from "../client";
import type { Live } from "./live";

/** Why an input cannot work, found by looking at the server. */
export interface Obstacle {
  readonly field: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** An input refers to something that does not exist. */
export function notThere(
  field: string,
  inWords: string,
  remedy: string,
  why = "It does not exist on this server, or the caller is not allowed to see it.",
): Obstacle {
  return { field, what: `there is no ${inWords}`, why, remedy };
}

/** Why a resource may not take something over. */
export type RefusalToErase = Obstacle;

/** What is wrong with a field beside the others. */
export interface Problem {
  readonly field: string;
  /** As in `default language "ger" is not among the supported ones`. */
  readonly what: string;
}

/** What a kind may look at before anything is written. */
export interface Outlook {
  readonly client: Client;
  /** Whether the value is known by now. In a preview it may come from an object that is yet to be made. */
  readonly knows: (value: unknown) => boolean;
  /** An object, from the shared list if that is young enough. An object that is yet to be made counts as existing. */
  readonly see: (kindName: string, id: string) => Promise<Live | undefined>;
  /** Whether this run changes the object, as far as the provider knows by now. Then it does not stay as it is. */
  readonly mayChange: (kindName: string, id: string) => boolean;
  /** The id of the object that is going to be replaced. */
  readonly replacing?: string;
  /** The same, if it is deleted first: what it alone holds is free by then. */
  readonly deletedFirst?: string;
}
