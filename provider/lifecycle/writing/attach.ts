import { HaleconnectError } from "../../errors";
import type { AttachedKind, Kind, Values } from "../../kinds";
import { isAttached } from "../../kinds/kind";
import { writesOf } from "./admission";
import { refuseSecondHolder } from "../program/one-owner";
import { formerOf } from "../comparing/compare";
import { converge, gone, type Created } from "./converge";
import { inTheWay } from "../objects/existing";
import { holdAsBefore, newBirth } from "../remembering/holding";
import type { Inputs } from "../values/inputs";
import type { Holding } from "../remembering/journal";
import type { Memory } from "../remembering/memory";
import { outlookOn } from "../program/outlook";
import type { Context } from "../context";
import { namedBy, remembered, rememberedOf } from "../remembering/whole-lists";

/**
 * Attaches an object that exists with its owner. The journal records the former values before the first write, so that
 * a deletion can restore them even after a kill.
 */
export async function attach(kind: AttachedKind, raw: Values, inputs: Inputs, context: Context): Promise<Created> {
  await context.client().admit(writesOf(kind, "create", inputs.declared));
  const id = kind.identity.keyOf(inputs.declared);
  const object = await context.objects(kind).now(id, Object.keys(inputs.declared));
  if (object === undefined) {
    const [obstacle] = await kind.obstacles(outlookOn(context), inputs.declared);
    throw obstacle === undefined ? gone(kind, id) : inTheWay(obstacle);
  }
  refuseSecondHolder(kind, id, inputs, context.program);
  context.program.recordClaim(kind, id, inputs);
  const journal = context.journal(inputs.origin);
  // After a forced replacement or a kill, the resource already has the object, and only the journal has the former values.
  const held = journal?.holdingOf(inputs.origin, kind.name);
  const memory = memoryWith(held?.id === id ? held : undefined, kind, object.values, inputs, newBirth(context));
  refuseToErase(kind, object.values, inputs);
  const begun = { kind: kind.name, origin: inputs.origin, key: id, absentBefore: false, id };
  await journal?.record({ ...begun, ...memory });
  const undo = () => holdAsBefore(kind, inputs.origin, held, context);
  return converge(kind, object, raw, inputs, memory, context, undo);
}

function memoryWith(
  held: Pick<Holding, "former" | "named"> | undefined,
  kind: AttachedKind,
  actual: Values,
  inputs: Inputs,
  birth: string,
): Pick<Memory, "birth" | "former" | "named"> {
  const now = namedBy(kind, inputs.declared);
  if (held?.former === undefined) {
    return { birth, former: formerOf(kind, actual, inputs.declared), ...remembered(kind, now) };
  }
  const { former, named = now } = held;
  const memory = rememberedOf(kind, { birth, former }, named, actual, inputs);
  return { ...memory, ...remembered(kind, { ...named, ...now }) };
}

export function refuseToErase({ identity }: AttachedKind, actual: Values, { declared }: Inputs): void {
  const heldBack = identity.refusesToErase?.(actual, declared);
  if (heldBack !== undefined) {
    const { field: _field, ...details } = heldBack;
    throw new HaleconnectError("HC5005", details);
  }
}

/** Warns in each preview whom an attached list removes because it does not name them. */
export function sayErasure(kind: Kind, actual: Values, { declared }: Inputs): void {
  const heldBack = isWholeList(kind) ? kind.identity.refusesToErase?.(actual, declared) : undefined;
  if (heldBack !== undefined) {
    console.warn(`The provider removes whatever the list does not name. ${heldBack.what}. ${heldBack.remedy}`);
  }
}

export function isWholeList(kind: Kind): kind is AttachedKind {
  return isAttached(kind) && kind.identity.refusesToErase !== undefined;
}

/**
 * Refuses to remove members that neither the declaration nor the state names: no preview has shown that they would go.
 */
export function refuseToEraseUnseen(kind: Kind, olds: Values, actual: Values, inputs: Inputs): void {
  if (isWholeList(kind)) {
    const declaredOrKnown = Object.entries(inputs.declared).map(([name, value]) => [name, both(value, olds[name])]);
    refuseToErase(kind, actual, { ...inputs, declared: Object.fromEntries(declaredOrKnown) as Values });
  }
}

function both(declared: unknown, known: unknown): unknown {
  return Array.isArray(declared) && Array.isArray(known) ? [declared, known].flat() : declared;
}
