import type { Kind, Values } from "../kinds";
import { bringTo, gone } from "./converge";
import { splitInputs } from "./inputs";
import { memoryOf, outputsOf } from "./state";
import type { Surroundings } from "./surroundings";

/** Sends what differs from the state; an object that was left half-made, or half-deleted, is looked at first. */
export async function update(
  kind: Kind,
  id: string,
  olds: Values,
  news: Values,
  around: Surroundings,
): Promise<Values> {
  const inputs = splitInputs(kind, news);
  const memory = memoryOf(olds);
  const journal = around.journal(inputs.origin);
  const isInDoubt = memory.partial === true || journal?.isInDoubt(inputs.origin, kind.name, id) === true;
  const actual = isInDoubt ? await asItIs(kind, id, around) : serverValues(kind, olds);
  const brought = await bringTo(kind, id, actual, inputs, around);
  await journal?.forgetDeletion(inputs.origin, kind.name);
  return outputsOf(kind, inputs, brought, memory.adopted === true ? { adopted: true } : {});
}

async function asItIs(kind: Kind, id: string, around: Surroundings): Promise<Values> {
  const object = await kind.get(around.client(), id);
  if (object === undefined) {
    throw gone(kind, id);
  }
  return object.values;
}

function serverValues(kind: Kind, outputs: Values): Values {
  const names = [...Object.keys(kind.inputs), ...Object.keys(kind.outputs)];
  return Object.fromEntries(names.map((name) => [name, outputs[name]]));
}
