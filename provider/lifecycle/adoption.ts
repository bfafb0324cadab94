import { HaleconnectError } from "../errors";
import type { Kind, Live } from "../kinds";
import { refuseSecondHolder } from "./claims";
import { differences, isKept } from "./compare";
import { inWords } from "./existing";
import type { Inputs } from "./inputs";
import type { Surroundings } from "./surroundings";
import { containsUnknown } from "./unknown";
import { isHidden, placeOf, quoted } from "./veil";

/** What speaks against taking over an object that is there, before anything is sent to it. */
export function refuseAdoption(kind: Kind, object: Live, inputs: Inputs, around: Surroundings): void {
  refuseSecondHolder(kind, object.id, inputs, around);
  const fixed = differences(kind, object.values, inputs.declared).filter(
    ({ path: [name = ""], declared }) =>
      kind.inputs[name]?.mark === "replace" && !isKept(kind, name) && !containsUnknown(declared),
  );
  if (fixed.length > 0) {
    const said = fixed.map(
      ({ path, actual, declared }) =>
        `\`${placeOf(kind, path, inputs)}\` is declared as ${quoted(declared, isHidden(kind, path, inputs))} and is ${actual === undefined ? "not set" : quoted(actual, isHidden(kind, path, inputs))}`,
    );
    throw new HaleconnectError("HC4010", {
      what: `${inWords(kind, inputs)}, with id ${object.id}, cannot be taken over: ${said.join(", and ")}`,
    });
  }
}
