import type { z } from "zod";
import type { Client, Listing } from "../client";
import type { Operation, Sources } from "../contract";
import type { Bytes } from "./files/content";
import type { Along, Contained, ContentFate } from "./contained";
import type { Decision, Handover } from "./decision";
import type { MarkedIdentity, SingletonIdentity, UniqueIdentity } from "./identity";
import type { Live, Values } from "./live";
import type { Obstacle, Outlook, Problem } from "./obstacle";
import type { FileChanges, ResolvedFiles } from "./files/file-sets";
import type { Place } from "./place";
import type { TenantStanding } from "./standing";

export type { Listing } from "../client";
export type { Along, Contained, ContentFate } from "./contained";
export type { Decision, Handover } from "./decision";
export type { Live, Values } from "./live";
export type { RefusalToErase, Obstacle, Outlook, Problem } from "./obstacle";
export type { ListOf, MarkedIdentity, SingletonIdentity, UniqueIdentity } from "./identity";

/**
 * What a change of the field means. `mutable`: the object is updated in place. `replace`: only a new object can have
 * the new value. `writeOnly`: the server never gives the value back, so it is sent with a new object, and again when
 * the field that `versionedBy` names changes. `local`: the value stays in the state and never goes to the server.
 */
export type Mark = "mutable" | "replace" | "writeOnly" | "local";

/** A field that a person declares. */
export interface Field<Type extends z.ZodType = z.ZodType> {
  /** Taken from the contract's model if there is one. The type says whether the field may be left out. */
  readonly type: Type;
  readonly mark: Mark;
  /** Meaning, shape, unit, limits and default, for people. */
  readonly doc: string;
  /** Where the rule comes from. */
  readonly source: Sources;
  /** The kind, or kinds, whose resource may stand in for its id. */
  readonly refersTo?: string | readonly string[];
  /** The local field that a resource which stands in here fills: with its revision. */
  readonly revisionIn?: string;
  /** A list of texts in which a resource stands for its revision. */
  readonly triggers?: true;
  /** Encrypted in the state, wherever it comes from. */
  readonly secret?: true;
  /** The server does not give it back, so the state keeps it. */
  readonly kept?: true;
  /** For a writeOnly field: the local field whose change sends it again. */
  readonly versionedBy?: string;
  /** For a writeOnly field: the fields whose change sends it as well. */
  readonly sentWith?: readonly string[];
  /** States of earlier versions lack it. A refresh adds it only if it is declared. */
  readonly added?: true;
  /** The operations for this field alone, if the bodies of creation and update do not have it. The first one sends it. */
  readonly sentBy?: readonly Operation[];
  /** For a field that is a file: what the file must be. */
  readonly file?: FileRule;
  /** For a field that is several files: what they must be. */
  readonly files?: FileSetRule;
}

/** What a declared file must be. All of it is checked before anything is sent. */
export interface FileRule {
  /** The largest size in bytes. It may depend on other declared values. */
  readonly largest: (declared: Values) => number;
  /** What is wrong with the content, if anything. */
  readonly problem?: (bytes: Bytes) => Promise<string | undefined>;
}

/** What declared files must be, each and together. */
export interface FileSetRule {
  /** The largest size of one file in bytes. It may depend on other declared values. */
  readonly largest: (declared: Values) => number;
  /** What is wrong with the name that a file gets, if anything. */
  readonly problemWithName: (name: string, declared: Values) => string | undefined;
  /** The subject of a decision about one of them, which another resource may also declare. */
  readonly subject: (id: string, name: string) => string;
  /** Adds the files that belong to the declared ones: what an XSD imports, or what an archive holds. */
  readonly complete?: (files: ResolvedFiles) => Promise<Completed>;
  /** What is wrong with them together, if anything. `say` takes what is only a warning. */
  readonly problem?: (
    files: ResolvedFiles,
    declared: Values,
    say: (warning: string) => void,
  ) => Promise<string | undefined>;
}

/** Files by their names in the bucket, and the reasons why some of them cannot be read. */
export interface Completed {
  readonly files: ResolvedFiles;
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
  /**
   * States of earlier versions lack it. A refresh that added it would look like drift, so the next write adds it.
   */
  readonly added?: true;
}

export type Fields = Readonly<Record<string, Field>>;

/** A field of several files, which is declared in one form and resolved into another. */
interface FileSetField extends Field {
  readonly files: FileSetRule;
}

/** The declared values of a kind, with the files that `check` has resolved. What was left out is absent. */
export type Declared<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends FileSetField ? ResolvedFiles | undefined : z.output<F[K]["type"]>;
};

/**
 * The fields of an object that differ. Of an object it holds only the members that differ; of a file and of a list it
 * holds the whole. In a set of files null deletes a file.
 */
export type Changes<F extends Fields> = {
  readonly [K in keyof F]?: F[K] extends FileSetField ? FileChanges | undefined : z.output<F[K]["type"]>;
};

/** What an update knows of an object: its actual and its declared values. */
export interface Known<D> {
  readonly actual: Values;
  readonly declared: D;
  /** For a kind that has a `place`: the places that the object was to leave, and where it still is. */
  readonly placesToLeave?: readonly string[];
}

/** What a resource knows of its object: the declared values, and all values in the state. */
export interface Own {
  readonly declared: Values;
  readonly state: Values;
  /** What becomes of a file that the object's resource does not declare, by the object's id, the file's name and checksum. */
  readonly fateOfFile?: (id: string, name: string, sha256: unknown) => ContentFate;
}

/** Fields that another service keeps. They are read only if one of them is declared. */
export interface Part {
  readonly fields: readonly string[];
  readonly list: (client: Client) => Promise<Listing<Live>>;
  /** undefined: there is no such object. */
  readonly get: (client: Client, id: string) => Promise<Values | undefined>;
}

/**
 * A request, or several of which the declared values choose one. A list of a single request: it is sent only if the
 * object needs it.
 */
export type Call = Operation | readonly Operation[];

/** What becomes of an object when its resource is deleted. */
export type Fate = "delete" | "deactivate" | "retain";

/** What the declarations of all kinds have in common. Nothing in it knows Pulumi. */
interface AnyDeclaration<F extends Fields> {
  /** `Organisation`: the name of the resource class and of the Pulumi type. */
  readonly name: string;
  readonly doc: string;
  /** A program that runs as it stands, once its imports are added. */
  readonly example: string;
  readonly inputs: F;
  readonly outputs: Readonly<Record<string, Computed>>;
  /** A replacement would delete other objects as well, so it is refused unless `onReplace` allows it. */
  readonly replacementCascades: boolean;
  /** The new object needs a key that the old one holds. */
  readonly deleteBeforeReplace?: true;
  /** What a deletion loses for ever. It is said beforehand. */
  readonly lossOnDeletion?: (values: Declared<F>) => string;
  /** What deleting the resource may do, first the default for a created object. Without it: `delete` and `retain`. */
  readonly fates?: readonly Fate[];
  /** The requests that one object costs, besides pages and the login. docs/conformance.md shows them. */
  readonly calls: Readonly<Record<"create" | "update" | "delete", readonly Call[]>>;
  /** The requests that show an object; of several in one entry, one is enough. */
  readonly reads: readonly Call[];
  /** Updates that a creation needs in addition, to reach the declared values. */
  readonly afterCreation?: (declared: Declared<F>) => readonly Operation[];
  /** Kinds whose objects a write to this one may change. */
  readonly affects?: readonly string[];
  /** The state remembers a place that the object was to leave until it has left it. */
  readonly place?: Place;
  /**
   * What a resource decides, so that two resources do not contradict each other. Some of it needs the id. An object that
   * is yet to be made has the name of its resource instead.
   */
  readonly decides?: (declared: Declared<F>, id?: string) => readonly Decision[];
  /** What another resource may take over. Then the object stays when this resource is deleted. */
  readonly handsOver?: (declared: Declared<F>, id: string) => readonly Handover[];
  /** What only one resource may write at a time, besides the object itself: `Organisation 12`. */
  readonly serialisedBy?: (declared: Declared<F>) => string;

  /** If there are several lists: the list of an object. Ids and keys come here alike, so both begin with the scope. */
  readonly scopeOf?: (idOrKey: string) => string;
  /** All objects that the caller sees, or those of the scope. */
  readonly list: (client: Client, scope?: string) => Promise<Listing<Live>>;
  /** undefined: there is no such object, or it is not visible. */
  readonly get: (client: Client, id: string) => Promise<Live | undefined>;
  readonly parts?: readonly Part[];
  /** Where an object stands in the tenant. `haleconnect drift` looks for what nobody declared by its lists. */
  readonly standing: TenantStanding;
  /** The server's values in the form of the declaration, if the server has another form. */
  readonly seenFor?: (actual: Values, declared: Declared<F>) => Values;
  /** What is wrong with several fields together. Only called when each field is right by itself. */
  readonly rules?: (declared: Declared<F>) => readonly Problem[];
  /** What speaks against a creation, besides an object that exists already: an unknown parent, for instance. */
  readonly obstacles: (outlook: Outlook, declared: Declared<F>) => Promise<readonly Obstacle[]>;
  /** What speaks against a change of an existing object. */
  readonly changeObstacles?: (
    outlook: Outlook,
    changes: Changes<F>,
    object: Known<Declared<F>> & { readonly id: string },
  ) => Promise<readonly Obstacle[]>;
  /** Returns the fields that the answers show, at least the changed ones. */
  readonly update: (client: Client, id: string, changes: Changes<F>, known: Known<Declared<F>>) => Promise<Values>;
  /**
   * The output `revision` after a write, from what the server then has and what is declared. The state keeps it until the
   * next write, so that a refresh changes nothing. undefined: the values do not tell it.
   */
  readonly revise?: (values: Values, declared: Declared<F>) => string | undefined;
  /** Why the object has to be renewed in place although no declared value differs: its time runs out, for instance. */
  readonly renewal?: (actual: Values, declared: Declared<F>, today: number) => string | undefined;
  /** The object can never become what is declared: only a new one can. Asked of the state, and of a half-made object. */
  readonly isSpent?: (actual: Values, declared: Declared<F>) => boolean;
  /** The object has done its work. If the server no longer shows it, nothing is missing. */
  readonly hasDoneItsWork?: (state: Values) => boolean;
  /** Renews the object in place, and returns what the answer shows. */
  readonly renew?: (client: Client, id: string, declared: Declared<F>, actual: Values) => Promise<Values>;
}

/** A kind whose objects are made and deleted. */
export interface MadeDeclaration<F extends Fields> extends AnyDeclaration<F> {
  /** What tells one object from all others, and whether the server or this provider sees to that. */
  readonly identity: UniqueIdentity<Declared<F>> | MarkedIdentity<Declared<F>>;
  /**
   * Need not set every field: `update` sets what is missing afterwards. With a marker it makes the object under the
   * working name, and `update` gives it its own name.
   */
  readonly create: (client: Client, declared: Declared<F>, workingName?: string) => Promise<Live>;
  /** What a deletion would destroy that does not belong to the object's resource, read anew. Then nothing is deleted. */
  readonly takesAlong?: (client: Client, object: Live, own: Own) => Promise<Along | undefined>;
  /** What the object holds, at every depth, the innermost first. Each of these has to be deleted by itself. */
  readonly contents?: (client: Client, id: string) => Promise<readonly Contained[]>;
  /**
   * Refuses with an error if anything besides the object itself would be deleted. `state`: its values in the state, if
   * a resource still has it.
   */
  readonly delete: (client: Client, id: string, fate: Exclude<Fate, "retain">, state?: Values) => Promise<void>;
  /**
   * What has to be gone before the object can be deleted, in sentences. Asked before a replacement. Fails if the object
   * can never be deleted.
   */
  readonly keepsFromDeletion?: (client: Client, id: string) => Promise<string | undefined>;
}

/** A kind whose objects exist as long as their owner does. A resource takes them over, and later lets them go. */
export interface AttachedDeclaration<F extends Fields> extends AnyDeclaration<F> {
  /** The owner, whose id is the id of the object. */
  readonly identity: SingletonIdentity<Declared<F>>;
}

/**
 * A declaration without its fields. The lifecycle treats all kinds alike, and hands each kind the values of that kind. The
 * compiler cannot follow that, so these functions take any values. Inside of a declaration it checks them strictly.
 */
type OfAnyFields<T> = { [K in keyof T]: TakingAnyValues<T[K]> };

/** The compiler accepts a method although its arguments are narrower than expected. */
type TakingAnyValues<T> = T extends (...args: infer A) => infer R ? { method(...args: A): R }["method"] : T;

/** Any kind whose objects are made and deleted. */
export interface MadeKind extends OfAnyFields<Omit<MadeDeclaration<Fields>, "identity">> {
  readonly identity: OfAnyFields<UniqueIdentity<Values>> | OfAnyFields<MarkedIdentity<Values>>;
}

/** Any kind whose objects exist as long as their owner does. */
export interface AttachedKind extends OfAnyFields<Omit<AttachedDeclaration<Fields>, "identity">> {
  readonly identity: OfAnyFields<SingletonIdentity<Values>>;
}

export type Kind = MadeKind | AttachedKind;

export function isAttached(kind: Kind): kind is AttachedKind {
  return kind.identity.type === "singleton";
}

/** Declares a kind; the type parameter is inferred from its fields. */
export function kind<F extends Fields>(declaration: MadeDeclaration<F>): MadeDeclaration<F> {
  return declaration;
}

export function attachedKind<F extends Fields>(declaration: AttachedDeclaration<F>): AttachedDeclaration<F> {
  return declaration;
}
