import { ServerRefusal } from "../client";
import { HaleconnectError } from "../errors";
import type { Kind, Live, Values } from "../kinds";
import { changesOf, differences } from "./compare";
import type { Inputs } from "./inputs";
import { PartialFailure } from "./partial-failure";
import { outputsOf, type Memory } from "./state";
import type { Surroundings } from "./surroundings";

export interface Created {
  readonly id: string;
  readonly outs: Values;
}

/** Brings an object that is there to its declared form. A failure on the way leaves it in Pulumi's state, as partial. */
export async function converge(
  kind: Kind,
  { id, values }: Live,
  raw: Values,
  inputs: Inputs,
  memory: Pick<Memory, "adopted">,
  around: Surroundings,
): Promise<Created> {
  around.living(kind).keep({ id, values });
  try {
    const brought = await bringTo(kind, id, values, inputs, around);
    return { id, outs: outputsOf(kind, inputs, brought, memory) };
  } catch (error) {
    const outs = outputsOf(kind, inputs, values, { ...memory, partial: true });
    throw new PartialFailure(id, kind.name, { ...raw, ...outs }, error);
  }
}

/** Sends what differs, if anything does, and returns what the server has then. */
export async function bringTo(
  kind: Kind,
  id: string,
  actual: Values,
  inputs: Inputs,
  around: Surroundings,
): Promise<Values> {
  const found = differences(kind, actual, inputs.declared);
  if (found.length === 0) {
    return actual;
  }
  try {
    const updated = await kind.update(around.client(), id, changesOf(found));
    const values = { ...actual, ...updated };
    around.living(kind).keep({ id, values });
    return values;
  } catch (error) {
    throw error instanceof ServerRefusal && error.status === 404 ? gone(kind, id) : error;
  }
}

export function gone(kind: Kind, id: string): HaleconnectError {
  return new HaleconnectError("HC6002", { what: `${kind.name} ${id} is no longer on the server` });
}
