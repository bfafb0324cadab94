import { HaleconnectError } from "../../errors";
import type { Kind, Values } from "../../kinds";
import { changesOf } from "../comparing/compare";
import type { Difference } from "../comparing/difference";
import { keyOf } from "../comparing/key";
import type { Context } from "../context";
import { inWords } from "../objects/existing";
import { outlookOn } from "../program/outlook";
import type { Inputs } from "../values/inputs";
import { containsUnknown, isKeyKnown } from "../values/unknown";
import { inOneError } from "./obstacles";

/**
 * Refuses a change that cannot work, before the provider sends anything. A refresh asks about the inputs of the state,
 * which nobody is going to send.
 */
export async function refuseImpossibleChange(
  kind: Kind,
  id: string,
  olds: Values,
  inputs: Inputs,
  found: readonly Difference[],
  context: Context,
): Promise<void> {
  const { declared } = inputs;
  const known = found.filter((it) => !containsUnknown(it.declared));
  if (kind.changeObstacles === undefined || known.length === 0 || !context.program.declares(inputs)) {
    return;
  }
  const changes = changesOf(kind, known, declared);
  const obstacles = await kind.changeObstacles(outlookOn(context), changes, { id, actual: olds, declared });
  if (obstacles.length > 0) {
    throw new HaleconnectError("HC3003", inOneError(obstacles));
  }
}

/** Warns that the change gives a second object the same name, which the platform allows. */
export async function sayNamesakes(
  kind: Kind,
  id: string,
  olds: Values,
  inputs: Inputs,
  context: Context,
): Promise<void> {
  const { identity } = kind;
  if (identity.type !== "marker" || !isKeyKnown(kind, inputs.declared)) {
    return;
  }
  const key = keyOf(kind, inputs.declared);
  const { items } = key === keyOf(kind, olds) ? { items: [] } : await context.objects(kind).byKey(key);
  const others = items.filter(
    (it) => it.id !== id && context.program.holderBesides(kind.name, it.id, inputs.origin) === undefined,
  );
  if (others.length > 0) {
    const ids = others.map((it) => it.id).join(" and ");
    console.warn(
      `${inWords(kind, inputs)} exists already, with id ${ids}. This change gives another one the same name.`,
    );
  }
}
