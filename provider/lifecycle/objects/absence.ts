import { HaleconnectError } from "../../errors";
import type { Kind, Live, MadeKind, Values } from "../../kinds";
import { inWords } from "./existing";
import type { Inputs } from "../values/inputs";
import type { Context } from "../context";

/** How many objects one creation looks at one by one, because a list does not show their keys. */
const MOST_LOOKS = 100;

/** The objects of a key and, if there are none, whether that is certain. */
export interface Looked {
  readonly items: readonly Live[];
  readonly isCertain: boolean;
}

/** Whether a creation always makes a new object, so that nothing can exist already. */
export function isReference({ identity }: Kind): boolean {
  return identity.type === "marker" && identity.isReference === true;
}

/**
 * Looks for the objects of a key. A list without such an object proves its absence only if the list is complete and
 * shows the key of each object. Otherwise this looks at the objects without a key one by one, and then asks past all
 * lists.
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
  // An object without a name, even when the server shows it alone, has no name.
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
  return new HaleconnectError("HC4011", { what: `The provider cannot tell whether ${inWords(kind, inputs)} exists` });
}
