import { isHeld, type Kind, type Values } from "../kinds";
import type { Created } from "./converge";
import { Creation } from "./creation";
import { splitInputs } from "./inputs";
import { keyOf } from "./keys";
import type { Surroundings } from "./surroundings";
import { takeHold } from "./taking-hold";
import { inTurn } from "./written";

/** Brings the declared object into being, in the way that its identity asks for. */
export function create(kind: Kind, raw: Values, around: Surroundings): Promise<Created> {
  const inputs = splitInputs(kind, raw);
  const work = (): Promise<Created> =>
    isHeld(kind) ? takeHold(kind, raw, inputs, around) : new Creation(kind, raw, inputs, around).run();
  const object = `${kind.name} ${keyOf(kind, inputs.declared)}`;
  return around.oneAtATime(object, () => inTurn(kind, inputs.declared, around, work));
}
