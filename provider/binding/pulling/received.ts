import type { ApiField, ApiOperation } from "../documents";
import { contextOf } from "../matching/profile";
import { fieldWordsOf } from "../matching/words";
import { pairFields, type Pair } from "./pairing";

/** How the values of an answer, or of each item of a list, come back. */
export interface Receiving {
  readonly pairs: readonly Pair[];
  /** Fields that the provider knows from its own call, with the parameter of its path that has them. */
  readonly asked: readonly { readonly own: ApiField; readonly parameter: string }[];
  readonly missing: readonly ApiField[];
  readonly unsure: readonly { readonly own: ApiField; readonly candidates: readonly ApiField[] }[];
}

export function pairReceived(own: ApiOperation, theirs: ApiOperation): Receiving {
  const pairing = pairFields(own.answer.fields, theirs.answer.fields, contextOf(theirs));
  const asked = pairing.missing.flatMap((field) => {
    const parameter = own.pathParameters.find((it) => isNamedBy(field, it));
    return parameter === undefined ? [] : [{ own: field, parameter: parameter.path[0] ?? "" }];
  });
  const isAsked = (field: ApiField): boolean => asked.some((it) => it.own === field);
  return { ...pairing, asked, missing: pairing.missing.filter((field) => !isAsked(field)) };
}

/** `organisation` of a member is what the path has as `orgId`. */
export function isNamedBy({ path, type }: ApiField, parameter: ApiField): boolean {
  const [mine, others] = [path, parameter.path].map((steps) =>
    fieldWordsOf(steps[0] ?? "").filter((word) => word !== "id"),
  );
  return (
    path.length === 1 &&
    type === parameter.type &&
    mine !== undefined &&
    others !== undefined &&
    mine.length > 0 &&
    mine.length === others.length &&
    mine.every((word) => others.includes(word))
  );
}
