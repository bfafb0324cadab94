import { z } from "zod";
import type { Sources } from "../../contract";
import { isAttached, meaningOf, textOf, traitOf, type Fate, type Kind, type Values } from "../../kinds";

/** An input that is about the lifecycle itself. */
interface PolicyField {
  readonly type: z.ZodType;
  readonly doc: string;
  readonly source: Sources;
  /** The name that replaces this one. */
  readonly deprecatedFor?: string;
}

/** Only for kinds whose objects are made. An object that exists with its owner is always attached. */
const adopt: PolicyField = {
  type: z.enum(["never", "ifExists", "required"]).optional(),
  doc: 'What to do if the object exists already. `"never"` (default): stop with an error. `"ifExists"`: take the object over, or create it if there is none. `"required"`: take the object over, and stop with an error if there is none.',
  source: "decisions#adoption-is-declared",
};

/** Only for kinds whose replacement also replaces other objects. */
const onReplace: PolicyField = {
  type: z.enum(["refuse", "replace"]).optional(),
  doc: 'What to do when a change needs a new object, because the platform cannot make it on the existing one: a renaming or a move. `"refuse"` (default): the preview stops with an error. `"replace"`: `up` creates a new object and deletes the old one.',
  source: "decisions#no-replacement-by-accident",
};

const onRename: PolicyField = {
  ...onReplace,
  doc: "The former name of `onReplace`. A program that gives both gives them the same value.",
  deprecatedFor: "onReplace",
};

const whatFatesDo: Readonly<Record<Fate, string>> = {
  delete: "deletes it",
  deactivate: "deactivates it, which can be undone",
  retain: "leaves it on the server",
};

function onDestroyOf(kind: Kind): PolicyField {
  const source = "decisions#deletion-is-declared";
  if (isAttached(kind)) {
    return {
      type: z.enum(["restore", "retain"]).optional(),
      doc: 'What deleting the resource does. `"restore"` (default): each declared field gets back the value that it had before. `"retain"`: everything stays as it is.',
      source,
    };
  }
  const fates = fatesOf(kind);
  const meanings = fates.map((fate) => `\`"${fate}"\`: ${whatFatesDo[fate]}.`).join(" ");
  return {
    type: z.enum(fates).optional(),
    doc: `What deleting the resource does to the object. ${meanings} Default: \`"${fates[0]}"\` for an object that this stack created, \`"retain"\` for one that it adopted.`,
    source,
  };
}

/**
 * Returns what deleting a resource may do to its object. The first is the default for an object that this stack
 * created.
 */
export function fatesOf(kind: Kind): readonly [Fate, ...Fate[]] {
  const [first = "delete", ...others] = kind.fates ?? ["delete", "retain"];
  return [first, ...others];
}

export interface Policies {
  readonly adopt?: "never" | "ifExists" | "required";
  readonly onDestroy?: Fate | "restore";
  readonly onReplace?: "refuse" | "replace";
  readonly onRename?: "refuse" | "replace";
}

/** Whether a change that needs a new object may make one. */
export function mayReplace({ onReplace, onRename }: Policies): boolean {
  return (onReplace ?? onRename) === "replace";
}

/** The input in which a constructor names the resource and its stack. It never counts as a difference. */
export const ORIGIN = "__origin";

/** The input in which a constructor names the secret inputs. It never counts as a difference. */
export const SECRETS = "__secrets";

/** The input in which a constructor names those of Pulumi's options that are switched on and matter here. */
export const OPTIONS = "__options";

/** The input and output in which Pulumi keeps the provider's code. */
export const PROVIDER = "__provider";

/** Inputs that are not fields of any kind. */
export const TRACES: readonly string[] = [ORIGIN, SECRETS, OPTIONS, PROVIDER];

/** The inputs of a resource, sorted by purpose. */
export interface Inputs {
  /** The kind's own fields, as declared, without those that are left out or null. */
  readonly declared: Values;
  readonly policies: Policies;
  /** `stack/name` of the resource, or empty if the constructor did not pass it. */
  readonly origin: string;
  /** The names of the inputs that the program gave as secrets. */
  readonly secrets: readonly string[];
  /** Pulumi's options that are switched on: `deleteBeforeReplace`, `protect`, `retainOnDelete`. */
  readonly options: readonly string[];
}

export function policyFieldsOf(kind: Kind): Readonly<Record<string, PolicyField>> {
  return {
    ...(isAttached(kind) ? {} : { adopt }),
    onDestroy: onDestroyOf(kind),
    ...(kind.replacementCascades ? { onReplace, onRename } : {}),
  };
}

/** Returns only the names, which every call needs. */
function policyNamesOf(kind: Kind): readonly string[] {
  return [
    ...(isAttached(kind) ? [] : ["adopt"]),
    "onDestroy",
    ...(kind.replacementCascades ? ["onReplace", "onRename"] : []),
  ];
}

export function splitInputs(kind: Kind, raw: Values): Inputs {
  const given = withoutNulls(raw);
  return {
    declared: withoutTwins(kind, pick(given, Object.keys(kind.inputs))),
    policies: pick(given, policyNamesOf(kind)),
    origin: originIn(given),
    secrets: secretsOf(given),
    options: Array.isArray(given[OPTIONS]) ? given[OPTIONS].map(String) : [],
  };
}

export function originIn({ [ORIGIN]: origin }: Values): string {
  return typeof origin === "string" ? origin : "";
}

export function secretsOf({ [SECRETS]: names }: Values): readonly string[] {
  return Array.isArray(names) ? names.map(String) : [];
}

/** Returns the inputs that tell later calls who has the resource, and what not to show. */
export function tracesOf({ origin, secrets, options }: Inputs): Values {
  return {
    [ORIGIN]: origin,
    ...(secrets.length === 0 ? {} : { [SECRETS]: secrets }),
    ...(options.length === 0 ? {} : { [OPTIONS]: options }),
  };
}

/** Drops repeated members from each list whose order means nothing. */
function withoutTwins({ inputs }: Kind, declared: Values): Values {
  const sets = Object.entries(declared).filter(
    ([name, value]) => Array.isArray(value) && value.length > 1 && traitOf(inputs[name]?.type as z.ZodType) === "set",
  );
  return sets.length === 0
    ? declared
    : {
        ...declared,
        ...Object.fromEntries(
          sets.map(([name, list]) => [name, eachOnce(inputs[name]?.type as z.ZodType, list as readonly unknown[])]),
        ),
      };
}

function eachOnce(type: z.ZodType, list: readonly unknown[]): readonly unknown[] {
  const byMeaning = [...list].reverse().map((member) => [textOf(meaningOf(type, [member])), member] as const);
  return [...new Map(byMeaning).values()].reverse();
}

/** Drops null and undefined at every depth of an object, but not inside lists. */
export function withoutNulls(values: Values): Values {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept.map(([key, value]) => [key, isPlainObject(value) ? withoutNulls(value) : value]));
}

export function isPlainObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pick(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
}
