import type { Kind, Values } from "../../provider/kinds";
import type { Stage } from "../support/stage";

/** A value that stands for nothing, or why a field has none. */
export type Empty = { readonly value: unknown } | { readonly none: string };

/** What is declared of one object, in the forms that the rows need. */
export interface Declarations {
  /** Every field, none of them empty. */
  readonly full: Values;
  /** What has to be declared, no more. */
  readonly least: Values;
  /** For every field that is mutable or replaces another value than in `full`. */
  readonly other: Values;
  /** For every field that may be left out, what clears it. */
  readonly empty: Readonly<Record<string, Empty>>;
}

/** A kind with all that the rows need in order to take its objects through their life. */
export interface Specimen {
  readonly kind: Kind;
  /** Makes what the object needs on the server, with names of its own, and says what to declare. */
  readonly prepare: (stage: Stage, tag: string) => Promise<Declarations>;
  /** Fields that are changed after the others, since a change of both goes another way. */
  readonly changedLater?: readonly string[];
  /** Fields that are replaced together only: one alone would mean something that is not there. */
  readonly replacedTogether?: readonly string[];
  /** What the server has to show besides what is declared, so that nothing of a former form is left. */
  readonly implied?: (declared: Values) => Values;
  /** Fields that stand instead of others, each with why it is not declared: both together would be a mistake. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Rows that do not apply to the kind, each with its reason. */
  readonly exempt?: Readonly<Record<string, string>>;
  /** Why the object stays on the server when its resource is deleted. */
  readonly stays?: string;
  /** Deletes the object as somebody does who works without Pulumi, where the kind itself would refuse or restore. */
  readonly removeByHand?: (stage: Stage, id: string) => Promise<void>;
  /** What a recreation after a deletion by hand ends with, where that is an error. */
  readonly notRecreated?: RegExp;
  /** What a forced replacement that deletes first ends with, where that is an error, before anything is deleted. */
  readonly notReplacedByForce?: RegExp;
}
