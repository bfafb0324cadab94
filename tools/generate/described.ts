import type { Sources } from "../../provider/contract";
import { equalityInWords, isRequired, type Kind } from "../../provider/kinds";
import { policyFieldsOf } from "../../provider/lifecycle/values/inputs";
import { z } from "zod";

/** A property of a resource class, as its interfaces and its reference page need it. */
export interface Described {
  readonly name: string;
  readonly type: z.ZodType;
  readonly doc: string;
  readonly source: Sources;
  readonly required: boolean;
  /** What a change does. */
  readonly change: string;
  /** When two spellings of a value are the same. */
  readonly equality: string;
  readonly refersTo: readonly string[];
  /** The input that a resource which stands in here fills with its revision. */
  readonly revisionIn?: string;
  /** A list in which a resource stands for its revision. */
  readonly isTriggers: boolean;
  readonly isFile: boolean;
  /** Several files. The state has them by their names. */
  readonly isFileSet: boolean;
  readonly isSecret: boolean;
  /** The state has no value for it. */
  readonly isInputOnly: boolean;
  /** The name that replaces this one. */
  readonly deprecatedFor?: string;
}

const changes = {
  mutable: "updated in place",
  replace: "replaces the object",
  writeOnly: "sent when its version changes; never read back",
  local: "kept in the state",
} as const;

function versioned({ inputs }: Kind, version: string): string | undefined {
  const [name] = Object.entries(inputs).find(([, { versionedBy }]) => versionedBy === version) ?? [];
  return name === undefined ? undefined : `; sends \`${name}\` again`;
}

/** The kind that members of a list or of an object refer to. */
function referencesIn(type: z.ZodType): string[] {
  const schema = JSON.stringify(z.toJSONSchema(type, { io: "input", unrepresentable: "any" }));
  return [...new Set([...schema.matchAll(/"refersTo":"(\w+)"/g)].map(([, name]) => name ?? ""))];
}

const plain = {
  refersTo: [] as readonly string[],
  isTriggers: false,
  isFile: false,
  isFileSet: false,
  isSecret: false,
  isInputOnly: false,
} as const;

export function inputsOf(kind: Kind): Described[] {
  return Object.entries(kind.inputs).map(([name, field]) => ({
    name,
    type: field.type,
    doc: field.doc,
    source: field.source,
    required: isRequired(field),
    change: changes[field.mark] + (versioned(kind, name) ?? ""),
    equality: equalityInWords(field),
    refersTo: field.refersTo === undefined ? referencesIn(field.type) : [field.refersTo].flat(),
    ...(field.revisionIn === undefined ? {} : { revisionIn: field.revisionIn }),
    isTriggers: field.triggers === true,
    isFile: field.file !== undefined || field.files !== undefined,
    isFileSet: field.files !== undefined,
    isSecret: field.secret === true,
    isInputOnly: field.mark === "writeOnly",
  }));
}

export function policiesOf(kind: Kind): Described[] {
  return Object.entries(policyFieldsOf(kind)).map(([name, { type, doc, source, deprecatedFor }]) => ({
    name,
    type,
    doc,
    source,
    ...(deprecatedFor === undefined ? {} : { deprecatedFor }),
    required: false,
    change: "nothing is sent",
    equality: "`exact`",
    ...plain,
  }));
}

export function outputsOf(kind: Kind): Described[] {
  return Object.entries(kind.outputs).map(([name, { type, doc, source, secret }]) => ({
    name,
    type,
    doc,
    source,
    required: !type.safeParse(undefined).success,
    change: "",
    equality: "",
    ...plain,
    isSecret: secret === true,
  }));
}
