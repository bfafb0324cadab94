import type { z } from "zod";
import type { Client, Listing } from "../client";
import type { Operation, Sources } from "../contract";
import type { Bytes } from "./files/content";
import type { Decision, Handover } from "./decision";
import type { MarkedIdentity, SingletonIdentity, UniqueIdentity } from "./identity";
import type { Live, Values } from "./live";
import type { Obstacle, Outlook, Problem } from "./obstacle";
import type { FileSet } from "./files/file-sets";
import type { Place } from "./place";

export type { Listing } from "../client";
export type { Decision, Handover } from "./decision";
export type { Live, Values } from "./live";
export type { HeldBack, Obstacle, Outlook, Problem } from "./obstacle";
export type { ListOf, MarkedIdentity, SingletonIdentity, UniqueIdentity } from "./identity";

/**
 * What a change of the field means. `mutable`: the object is updated in place. `replace`: only a new object can have
 * the new value. `writeOnly`: the server never gives the value back, so it is sent with a new object, and again when
 * the field that `versionedBy` names changes. `local`: the value stays in the state and never goes to the server.
 */
export type Mark = "mutable" | "replace" | "writeOnly" | "local";

/** A field that a person declares. */
export interface Field<Type extends z.ZodType = z.ZodType> {
  /** Taken from the contract's model where there is one. Whether it may be left out is said by the type. */
  readonly type: Type;
  readonly mark: Mark;
  /** Meaning, shape, unit, limits and default, for people. */
  readonly doc: string;
  /** Where the rule comes from. */
  readonly source: Sources;
  /** The kind, or kinds, whose resource may stand in for its id. */
  readonly refersTo?: string | readonly string[];
  /** Encrypted in the state, wherever it comes from. */
  readonly secret?: true;
  /** The server does not give it back, so the state keeps it. */
  readonly kept?: true;
  /** Of a writeOnly field: the local field whose change has it sent again. */
  readonly versionedBy?: string;
  /** Of a field that is a file: what it must be. */
  readonly file?: FileRule;
  /** Of a field that is several files: what they must be. */
  readonly files?: FileSetRule;
}

/** What a declared file must be, so that all of it can be told before anything is sent. */
export interface FileRule {
  /** Bytes, by what is declared. */
  readonly largest: (declared: Values) => number;
  /** What is wrong with the content, if anything. */
  readonly problem?: (bytes: Bytes) => Promise<string | undefined>;
}

/** What declared files must be, each and together. */
export interface FileSetRule {
  /** Bytes of one of them, by what is declared. */
  readonly largest: (declared: Values) => number;
  /** What is wrong with the name that a file gets, if anything. */
  readonly problemWithName: (name: string, declared: Values) => string | undefined;
  /** What there is to decide about one of them: another resource may do so. */
  readonly subject: (id: string, name: string) => string;
  /** The files with those that belong to them: what an XSD imports, or an archive holds. */
  readonly complete?: (files: FileSet) => Promise<Completed>;
  /** What is wrong with them together, if anything; `say` tells what is only to be known. */
  readonly problem?: (files: FileSet, declared: Values, say: (warning: string) => void) => Promise<string | undefined>;
}

/** Files by the name that they get, and why some of them cannot be had. */
export interface Completed {
  readonly files: FileSet;
  readonly problems: readonly string[];
}

/** A value that only the server gives. */
export interface Computed {
  readonly type: z.ZodType;
  readonly doc: string;
  readonly source: Sources;
  /** Encrypted in the state. */
  readonly secret?: true;
  /** The server gives it once, so the state keeps it. */
  readonly once?: true;
}

export type Fields = Readonly<Record<string, Field>>;

/** The declared values of a kind: what was left out is absent. */
export type Declared<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]["type"]> };

/** What is known when an object is updated: how it is, and how it is to be. */
export interface Known<D> {
  readonly actual: Values;
  readonly declared: D;
  /** Where it is still, although it was to leave: of a kind that has a `place`. */
  readonly placesToLeave?: readonly string[];
}

/** What a resource has of its object: the declared values, and all that the state shows. */
export interface Own {
  readonly declared: Values;
  readonly state: Values;
  /** What becomes of a file that is not declared with the object, by its id, the file's name and its checksum. */
  readonly fateOfFile?: (id: string, name: string, sha256: unknown) => ContentFate;
}

/**
 * What becomes of something that an object holds. `goes`: this stack made it, and it may go along. `retained`: it is to
 * stay. `unknown`: nothing shows that it may go.
 */
export type ContentFate = "goes" | "retained" | "unknown";

/** Something that an object holds, which has to go before it. */
export interface Contained {
  readonly id: string;
  /** Where the server does not tell in which store it is, nor thus of which kind, the id is without it. */
  readonly kind?: string;
}

/** Why an object is not deleted: what would go along. */
export interface Along extends Omit<Obstacle, "field"> {
  /** What is said of it before a replacement, when it is not known yet what other resources take away first. */
  readonly inReplacement: string;
}

/** Fields that another service keeps, which are looked at only where one of them is declared. */
export interface Part {
  readonly fields: readonly string[];
  readonly list: (client: Client) => Promise<Listing<Live>>;
  /** undefined: there is no such object. */
  readonly get: (client: Client, id: string) => Promise<Values | undefined>;
}

/** A request, or one of several, by what is declared. */
export type Call = Operation | readonly Operation[];

/** What becomes of an object when its resource is deleted. */
export type Fate = "delete" | "deactivate" | "retain";

/** What all kinds of objects that are managed have. Nothing in it knows Pulumi. */
interface AnyKind<F extends Fields> {
  /** `Organisation`: the name of the resource class and of the Pulumi type. */
  readonly name: string;
  readonly doc: string;
  /** A program that runs, without its imports. */
  readonly example: string;
  readonly inputs: F;
  readonly outputs: Readonly<Record<string, Computed>>;
  /** Replacing it would take other objects along, so a replacement is refused unless `onRename` allows it. */
  readonly replacementCascades: boolean;
  /** A key that the old object holds is needed by the new one. */
  readonly deleteBeforeReplace?: true;
  /** What cannot be undone when it is deleted, to be said before. */
  readonly lossOnDeletion?: (values: Declared<F>) => string;
  /** What deleting the resource may do, the default of a created object first; `delete` and `retain` when left out. */
  readonly fates?: readonly Fate[];
  /** Requests that one object costs, beside pages and the login: docs/conformance.md shows them. */
  readonly calls: Readonly<Record<"create" | "update" | "delete", readonly Call[]>>;
  /** Updates without which what is declared cannot be created. */
  readonly afterCreation?: (declared: Declared<F>) => readonly Operation[];
  /** Kinds whose objects a write to this one may change. */
  readonly affects?: readonly string[];
  /** A place that the object was to leave is remembered until it has left it, whatever happens on the way. */
  readonly place?: Place;
  /**
   * What a resource decides, so that two do not contradict each other; some of it only with the id known. An object that
   * is yet to be made is known by the name of its resource.
   */
  readonly decides?: (declared: Declared<F>, id?: string) => readonly Decision[];
  /** What another resource may take over; the object then stays when this one is deleted. */
  readonly handsOver?: (declared: Declared<F>, id: string) => readonly Handover[];
  /** What may be written by one at a time, besides the object itself: `Organisation 12`. */
  readonly serialisedBy?: (declared: Declared<F>) => string;

  /** The list that an object is on, by its id or key, where there are several. */
  readonly scopeOf?: (idOrKey: string) => string;
  readonly list: (client: Client, scope?: string) => Promise<Listing<Live>>;
  /** undefined: there is no such object, or it is not visible. */
  readonly get: (client: Client, id: string) => Promise<Live | undefined>;
  readonly parts?: readonly Part[];
  /** The server's values as they answer what is declared, where the server knows them in another form. */
  readonly seenFor?: (actual: Values, declared: Declared<F>) => Values;
  /** What cannot be told of one field alone. Only called when each field is right by itself. */
  readonly rules?: (declared: Declared<F>) => readonly Problem[];
  /** What speaks against creating it, beside its existence: an unknown parent, for instance. */
  readonly obstacles: (outlook: Outlook, declared: Declared<F>) => Promise<readonly Obstacle[]>;
  /** What speaks against a change of one that is there. */
  readonly changeObstacles?: (
    outlook: Outlook,
    changes: Partial<Declared<F>>,
    object: Known<Declared<F>> & { readonly id: string },
  ) => Promise<readonly Obstacle[]>;
  /**
   * `changes` holds the fields that differ, and within an object only the members that differ; of a file, and of a list,
   * the whole. A file of several that is to go is null. Returns the fields that the server's answers show, the changed ones at least.
   */
  readonly update: (
    client: Client,
    id: string,
    changes: Partial<Declared<F>>,
    known: Known<Declared<F>>,
  ) => Promise<Values>;
  /** Why the object has to be made anew in place, although nothing that is declared differs: its time runs out. */
  readonly renewal?: (actual: Values, declared: Declared<F>, today: number) => string | undefined;
  /** Does so, and returns what the answer shows. */
  readonly renew?: (client: Client, id: string, declared: Declared<F>, actual: Values) => Promise<Values>;
}

/** A kind whose objects are made and deleted. */
export interface MadeKind<F extends Fields = Fields> extends AnyKind<F> {
  readonly identity: UniqueIdentity<Declared<F>> | MarkedIdentity<Declared<F>>;
  /**
   * Need not set every field: what the object lacks afterwards is set by `update`. With a marker, it makes the object
   * under the working name and leaves the name to `update`.
   */
  readonly create: (client: Client, declared: Declared<F>, workingName?: string) => Promise<Live>;
  /** What would go with the object that is not its resource's own, seen past every list: then it is not deleted. */
  readonly takesAlong?: (client: Client, object: Live, own: Own) => Promise<Along | undefined>;
  /** What it holds, at every depth, the innermost first; each has to be deleted by itself. */
  readonly contents?: (client: Client, id: string) => Promise<readonly Contained[]>;
  /** Refuses with an error when anything but the object itself would go. */
  readonly delete: (client: Client, id: string, fate: Exclude<Fate, "retain">) => Promise<void>;
  /**
   * What keeps the object from being deleted until it is gone itself, in sentences; asked before a replacement. Fails
   * where the object cannot be deleted in any case.
   */
  readonly keepsFromDeletion?: (client: Client, id: string) => Promise<string | undefined>;
}

/** A kind whose objects exist with their owner: they are taken hold of and let go. */
export interface HeldKind<F extends Fields = Fields> extends AnyKind<F> {
  readonly identity: SingletonIdentity<Declared<F>>;
}

export type Kind<F extends Fields = Fields> = MadeKind<F> | HeldKind<F>;

export function isHeld(kind: Kind): kind is HeldKind {
  return kind.identity.type === "singleton";
}

/** Declares a kind; the type parameter is inferred from its fields. */
export function kind<F extends Fields>(declaration: MadeKind<F>): MadeKind<F> {
  return declaration;
}

export function heldKind<F extends Fields>(declaration: HeldKind<F>): HeldKind<F> {
  return declaration;
}

export function isRequired(field: Field): boolean {
  return !field.type.safeParse(undefined).success;
}
