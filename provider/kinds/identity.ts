import type { Client, Listing } from "../client";
import type { Handover } from "./decision";
import type { Live, Values } from "./live";
import type { RefusalToErase } from "./obstacle";

/** The server keeps a key unique, so the key identifies an object. */
export interface UniqueIdentity<D> {
  readonly type: "unique";
  /** The fields that make the key. Errors point at the first one. */
  readonly fields: readonly string[];
  readonly keyOf: (values: D) => string;
  /** The key in words, for messages: `"Soest" below organisation 12`. */
  readonly inWords: (declared: D) => string;
  /** Looks on the server again, whatever lists were read before. */
  readonly find: (client: Client, declared: D) => Promise<Listing<Live>>;
  /** The output that names the user who created the object, if the server gives it. */
  readonly creator?: string;
  /** If the server does not name the creator: whether an object that is new on the server is the one that was sent. */
  readonly resembles?: (values: Values, declared: D) => boolean;
  /** Why the server may call a name taken although the caller sees no such object, and what to do then. */
  readonly whenTaken?: { readonly why: string; readonly remedy: string };
  /** Fields and outputs that never change. They tell an object from another object of the same id. */
  readonly stamp: readonly string[];
}

/**
 * The server keeps no key unique. So an object is made under a working name that no other object has, and gets its own
 * name last. If an answer is lost, the working name finds the object again. This provider keeps the key unique.
 */
export interface MarkedIdentity<D> extends Omit<UniqueIdentity<D>, "type" | "find"> {
  readonly type: "marker";
  /** The field that holds the working name at first. */
  readonly nameField: string;
  /**
   * The working name is a reference that stays, in an output of the name `nameField`. Nothing else tells one object from
   * another, so a creation always makes a new one: nothing can exist already, and nothing can be adopted.
   */
  readonly isReference?: true;
  /** Looks on the server again for objects of that working name, whatever lists were read before. */
  readonly find: (client: Client, declared: D, workingName: string) => Promise<Listing<Live>>;
}

/**
 * The object exists as long as its owner does. Creating the resource takes the object over and records its former values.
 * Deleting the resource restores them. The id of the object is its key.
 */
export interface SingletonIdentity<D> {
  readonly type: "singleton";
  readonly fields: readonly string[];
  readonly keyOf: (values: D) => string;
  readonly inWords: (declared: D) => string;
  /** What a whole list would erase because it does not name it, and how to add that. */
  readonly refusesToErase?: (actual: Values, declared: D) => RefusalToErase | undefined;
  /** For a whole list: the fields that make it. Each member is added, and restored at the end, by itself. */
  readonly lists?: Readonly<Record<string, ListOf>>;
}

/** A field that names members. A single value counts as a list of that value. */
export interface ListOf {
  /** The key of a member: the user, for instance, since a user has one role. */
  readonly keyOf: (member: unknown) => string;
  /** The decision of another resource that keeps this member as it is: `the role of user 7 in organisation 12`. */
  readonly handoverOf: (id: string, key: string) => Handover;
}
