import { HaleconnectError } from "../../errors";
import type { Live, MadeKind, Values } from "../../kinds";
import { inWords } from "./existing";
import type { Inputs } from "../values/inputs";
import type { Context } from "../context";

/** Objects that are looked at alone for one creation, because a list does not tell their keys. */
const MOST_LOOKS = 100;

/** What the server has of a key; where it is nothing: whether that is certain. */
export interface Looked {
  readonly items: readonly Live[];
  readonly isCertain: boolean;
}

/**
 * Looks for the objects of a key. That a list shows none proves that there is none only where it is known to be whole, and
 * tells the key of each object; what it leaves open is looked at alone, and looked for past every list.
 */
export async function lookFor(kind: MadeKind, declared: Values, context: Context): Promise<Looked> {
  const objects = context.objects(kind);
  const key = kind.identity.keyOf(declared);
  const listed = await objects.byKey(key);
  const open = listed.items.length > 0 ? [] : objects.perhaps(declared);
  if (listed.items.length > 0 || (listed.complete === true && open.length === 0)) {
    return { items: listed.items, isCertain: true };
  }
  if (open.length > MOST_LOOKS) {
    return { items: [], isCertain: false };
  }
  await Promise.all(open.map(({ id }) => objects.now(id)));
  const { items } = await objects.byKey(key);
  // An object whose name the server has not even alone has none.
  const isSettled =
    listed.complete === true && (objects.perhaps(declared).length === 0 || kind.identity.type === "marker");
  return items.length > 0 || isSettled ? { items, isCertain: true } : past(kind, declared, key, context);
}

async function past(kind: MadeKind, declared: Values, key: string, context: Context): Promise<Looked> {
  const { identity } = kind;
  const name = identity.type === "marker" ? String(declared[identity.nameField]) : "";
  const { items, complete } = await identity.find(context.client(), declared, name);
  const found = items.filter(({ values }) => identity.keyOf(values) === key);
  return { items: found, isCertain: found.length > 0 || complete === true };
}

export function absenceNotCertain(kind: MadeKind, inputs: Inputs): HaleconnectError {
  return new HaleconnectError("HC4011", { what: `Whether ${inWords(kind, inputs)} exists already cannot be told` });
}
