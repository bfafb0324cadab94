import { isRequired, type Kind } from "../../provider/kinds";
import { policyFieldsOf } from "../../provider/lifecycle/inputs";
import type { z } from "zod";

/** A property of a resource class, as its interfaces and its reference page need it. */
export interface Described {
  readonly name: string;
  readonly type: z.ZodType;
  readonly doc: string;
  readonly source: string;
  readonly required: boolean;
  /** What a change of it does. */
  readonly change: string;
  readonly refersTo: string | undefined;
}

const changes = {
  mutable: "updated in place",
  replace: "replaces the object",
  writeOnly: "sent again; never read back",
} as const;

export function inputsOf(kind: Kind): Described[] {
  return Object.entries(kind.inputs).map(([name, field]) => ({
    name,
    type: field.type,
    doc: field.doc,
    source: field.source,
    required: isRequired(field),
    change: changes[field.mark],
    refersTo: field.refersTo,
  }));
}

export function policiesOf(kind: Kind): Described[] {
  return Object.entries(policyFieldsOf(kind)).map(([name, { type, doc, source }]) => ({
    name,
    type,
    doc,
    source,
    required: false,
    change: "nothing is sent",
    refersTo: undefined,
  }));
}

export function outputsOf(kind: Kind): Described[] {
  return Object.entries(kind.outputs).map(([name, { type, doc, source }]) => ({
    name,
    type,
    doc,
    source,
    required: !type.safeParse(undefined).success,
    change: "",
    refersTo: undefined,
  }));
}
