import type { z } from "zod";
import type { Client } from "../client";
import type { Operation } from "../contract";

/**
 * What a change of the field means. `mutable`: the object is updated in place. `replace`: only a new object can have
 * the new value. `writeOnly`: the server never gives the value back, so it is sent when its declaration changes.
 */
export type Mark = "mutable" | "replace" | "writeOnly";

/** A field that a person declares. */
export interface Field<Type extends z.ZodType = z.ZodType> {
  /** Taken from the contract's model where there is one. Whether it may be left out is said by the type. */
  readonly type: Type;
  readonly mark: Mark;
  /** Meaning, shape, unit, limits and default, for people. */
  readonly doc: string;
  /** Where the rule comes from (`facts 3.1`). */
  readonly source: string;
  /** The kind whose resource may stand in for its id. */
  readonly refersTo?: string;
}

/** A value that only the server gives. */
export interface Computed {
  readonly type: z.ZodType;
  readonly doc: string;
  readonly source: string;
}

export type Fields = Readonly<Record<string, Field>>;

/** Values by field name, as declared or as the server has them. */
export type Values = Readonly<Record<string, unknown>>;

/** The declared values of a kind: what was left out is absent. */
export type Declared<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]["type"]> };

/** An object as it is on the server, in the form of fields: inputs and outputs alike. */
export interface Live {
  readonly id: string;
  /** What the server does not give is absent. */
  readonly values: Values;
}

/** A list and whether the server said that it is the whole list. */
export interface Listing<Item> {
  readonly items: readonly Item[];
  readonly complete: true | "unknown";
}

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
  readonly creator: string;
}

export type Identity<D> = UniqueIdentity<D>;

/** Why an input cannot work, found by looking at the server. */
export interface Obstacle {
  readonly field: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** A kind of object that is managed. Nothing in it knows Pulumi. */
export interface Kind<F extends Fields = Fields> {
  /** `Organisation`: the name of the resource class and of the Pulumi type. */
  readonly name: string;
  readonly doc: string;
  /** A program that runs, without its imports. */
  readonly example: string;
  readonly inputs: F;
  readonly outputs: Readonly<Record<string, Computed>>;
  readonly identity: Identity<Declared<F>>;
  /** Replacing it would take other objects along, so a replacement is refused unless `onRename` allows it. */
  readonly replacementCascades: boolean;
  /** Requests that one object costs, beside pages and the login: docs/conformance.md shows them. */
  readonly calls: Readonly<Record<"create" | "update" | "delete", readonly Operation[]>>;

  readonly list: (client: Client) => Promise<Listing<Live>>;
  /** undefined: there is no such object, or it is not visible. */
  readonly get: (client: Client, id: string) => Promise<Live | undefined>;
  /** What speaks against creating it, beside its existence: an unknown parent, for instance. */
  readonly obstacles: (
    client: Client,
    declared: Declared<F>,
    known: (id: string) => Promise<boolean>,
  ) => Promise<readonly Obstacle[]>;
  /** Need not set every field: what the object lacks afterwards is set by `update`. */
  readonly create: (client: Client, declared: Declared<F>) => Promise<Live>;
  /**
   * `changes` holds the fields that differ, and within an object only the members that differ.
   * Returns the fields that the server's answers show, the changed ones at least.
   */
  readonly update: (client: Client, id: string, changes: Partial<Declared<F>>) => Promise<Values>;
  /** Refuses with an error when anything but the object itself would go. */
  readonly delete: (client: Client, id: string) => Promise<void>;
}

/** Declares a kind; the type parameter is inferred from its fields. */
export function kind<F extends Fields>(declaration: Kind<F>): Kind<F> {
  return declaration;
}

export function isRequired(field: Field): boolean {
  return !field.type.safeParse(undefined).success;
}
