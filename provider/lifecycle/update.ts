import type { Kind, Values } from "../kinds";
import { formerOf, overlaid } from "./compare";
import { bringTo, gone } from "./converge";
import { splitInputs, type Inputs } from "./inputs";
import { PartialFailure } from "./partial-failure";
import { keptBy, memoryOf, outputsOf, type Memory } from "./state";
import type { Surroundings } from "./surroundings";
import { inTurn } from "./written";

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
  const actual = isInDoubt ? await asItIs(kind, id, olds, inputs, around) : serverValues(kind, olds);
  const remembered = rememberedOf(kind, memory, actual, inputs);
  try {
    const brought = await inTurn(kind, inputs.declared, around, () => bringTo(kind, id, actual, inputs, around));
    await journal?.forgetDeletion(inputs.origin, kind.name);
    return outputsOf(kind, inputs, brought, remembered);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "HC6002") {
      throw error;
    }
    // Part of it may be on the server.
    const outs = outputsOf(kind, inputs, actual, { ...remembered, partial: true });
    throw new PartialFailure(id, kind.name, { ...news, ...outs }, error);
  }
}

/** What is declared for the first time had a value before, too, which deletion restores. */
function rememberedOf(
  kind: Kind,
  memory: Memory,
  actual: Values,
  inputs: Inputs,
): Omit<Memory, "declared" | "partial"> {
  const { adopted, former } = memory;
  return {
    ...(adopted === true ? { adopted } : {}),
    ...(former === undefined ? {} : { former: overlaid(formerOf(kind, actual, inputs.declared), former) }),
  };
}

async function asItIs(kind: Kind, id: string, olds: Values, inputs: Inputs, around: Surroundings): Promise<Values> {
  const object = await around.living(kind).now(id, Object.keys(inputs.declared));
  if (object === undefined) {
    throw gone(kind, id);
  }
  return { ...object.values, ...keptBy(kind, olds) };
}

function serverValues(kind: Kind, outputs: Values): Values {
  const names = [...Object.keys(kind.inputs), ...Object.keys(kind.outputs)];
  return Object.fromEntries(names.map((name) => [name, outputs[name]]));
}
