import type { Kind, Values } from "../../kinds";
import { meaningOf } from "../../kinds/equality";

/** Returns the key of an object, which is the same for all its spellings. */
export function keyOf({ identity, inputs }: Kind, values: Values): string {
  const meanings = identity.fields.flatMap((field) => {
    const type = inputs[field]?.type;
    return type === undefined || typeof values[field] !== "string" ? [] : [[field, meaningOf(type, values[field])]];
  });
  return identity.keyOf({ ...values, ...(Object.fromEntries(meanings) as Values) });
}

/** Whether an interrupted creation was for the declared object. Older journals hold the key as it was spelled. */
export function isOf<E extends { readonly key: string }>(
  begun: E | undefined,
  kind: Kind,
  declared: Values,
): begun is E {
  return begun !== undefined && [keyOf(kind, declared), kind.identity.keyOf(declared)].includes(begun.key);
}
