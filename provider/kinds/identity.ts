import type { Client, Listing } from "../client";
import type { Handover } from "./decision";
import type { Live, Values } from "./live";
import type { HeldBack } from "./obstacle";

/** The server keeps a key unique, so an object is recognised by it. */
export interface UniqueIdentity<D> {
  readonly type: "unique";
  /** The fields that make the key; the first is the one that errors point at. */
  readonly fields: readonly string[];
  readonly keyOf: (values: D) => string;
  /** The key in words, for messages: `"Soest" below organisation 12`. */
  readonly inWords: (declared: D) => string;
  /** Looks on the server, past every list that was read before. */
  readonly find: (client: Client, declared: D) => Promise<Listing<Live>>;
  /** The output that names the user who created the object, where the server tells. */
  readonly creator?: string;
  /** Where it does not: whether what was not there before, and now is, is what was sent. */
  readonly resembles?: (values: Values, declared: D) => boolean;
  /** What else a name may be that the server calls taken although nobody sees it, and what to do then. */
  readonly whenTaken?: { readonly why: string; readonly remedy: string };
  /** Fields and outputs that never change, by which an object is told from another one of the same id. */
  readonly stamp: readonly string[];
}

/**
 * The server keeps nothing unique, so an object is made under a working name that no other one has, and named in the
 * end: by that name it is recognised when an answer was lost. The key is kept apart by us.
 */
export interface MarkedIdentity<D> extends Omit<UniqueIdentity<D>, "type" | "find"> {
  readonly type: "marker";
  /** The field that holds the working name at first. */
  readonly nameField: string;
  /** Looks on the server for objects of that working name, past every list that was read before. */
  readonly find: (client: Client, declared: D, workingName: string) => Promise<Listing<Live>>;
}

/**
 * The object exists with its owner: creating takes hold of it and records its former values, deleting restores them.
 * Its id is its key.
 */
export interface SingletonIdentity<D> {
  readonly type: "singleton";
  readonly fields: readonly string[];
  readonly keyOf: (values: D) => string;
  readonly inWords: (declared: D) => string;
  /** What an authoritative list would erase that it does not know, and how to take it up. */
  readonly refusesToErase?: (actual: Values, declared: D) => HeldBack | undefined;
  /** Of a whole list: the fields that are the list, each of whose members is given, and in the end given back, by itself. */
  readonly lists?: Readonly<Record<string, ListOf>>;
}

/** A field that names members; one that has a single value is a list of that value. */
export interface ListOf {
  /** What tells a member from the others; a user has one role, for instance. */
  readonly keyOf: (member: unknown) => string;
  /** What another resource decides that keeps this member as it is: `the role of user 7 in organisation 12`. */
  readonly handoverOf: (id: string, key: string) => Handover;
}
