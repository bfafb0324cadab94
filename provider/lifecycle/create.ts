import { isHeld, type Kind, type Values } from "../kinds";
import type { Created } from "./converge";
import { Creation } from "./creation";
import { splitInputs, type Inputs } from "./inputs";
import { keyOf } from "./keys";
import { fateOf } from "./state";
import type { Surroundings } from "./surroundings";
import { takeHold } from "./taking-hold";
import { inTurn } from "./written";

/** Brings the declared object into being, in the way that its identity asks for. */
export async function create(kind: Kind, raw: Values, around: Surroundings): Promise<Created> {
  const inputs = splitInputs(kind, raw);
  const work = (): Promise<Created> =>
    isHeld(kind) ? takeHold(kind, raw, inputs, around) : new Creation(kind, raw, inputs, around).run();
  const object = `${kind.name} ${keyOf(kind, inputs.declared)}`;
  const created = await around.oneAtATime(object, () => inTurn(kind, inputs.declared, around, work));
  sayWhatDeletionLoses(kind, created, inputs, around);
  return created;
}

/**
 * Pulumi asks no provider in a preview of a deletion, so what cannot be undone is said when the object is made: once in a
 * run for all of a kind, and not of what does not go with its resource.
 */
function sayWhatDeletionLoses(kind: Kind, { id, outs }: Created, inputs: Inputs, around: Surroundings): void {
  const { origin, options, declared } = inputs;
  const fate = fateOf(kind, outs, around.journal(origin)?.holdingOf(origin, kind.name));
  const isKept = options.includes("protect") || options.includes("retainOnDelete");
  if (kind.lossOnDeletion === undefined || fate !== "delete" || isKept) {
    return;
  }
  if (around.announced.isFirst(`what the deletion of ${kind.name} loses`)) {
    console.warn(
      `${kind.name} ${id} was made. Deleting it is for ever, and no preview of a deletion can say so: ${kind.lossOnDeletion(declared)} Pulumi's option \`protect: true\` keeps a resource from being deleted. This is said once in a run, of all that is of this kind.`,
    );
  }
}
