import { HaleconnectError } from "../../errors";
import type { Kind, Values } from "../../kinds";
import type { Context } from "../context";
import { policyFieldsOf } from "../values/inputs";
import { containsUnknown } from "../values/unknown";
import type { Failure } from "./failure";

/** Finds inputs that have one value under their former name and another under their present one. */
export function contradictingNames(kind: Kind, given: Values): Failure[] {
  return formerNames(kind)
    .filter(([former, name]) => given[former] !== undefined && given[name] !== undefined)
    .filter(([former, name]) => given[former] !== given[name] && !containsUnknown([given[former], given[name]]))
    .map(([former, name]) => {
      const what = `\`${name}\` is ${JSON.stringify(given[name])}, but \`${former}\`, its former name, is ${JSON.stringify(given[former])}`;
      const remedy = `Remove \`${former}\`.`;
      const why = "They are two names of one input.";
      return { property: name, reason: new HaleconnectError("HC3001", { what, why, remedy }).message };
    });
}

/** Warns once in a run of each former name that the program uses. */
export function sayDeprecated(kind: Kind, given: Values, { said }: Context): void {
  for (const [former, name] of formerNames(kind)) {
    if (given[former] !== undefined && said.isFirst(`the former name ${former}`)) {
      console.warn(
        `${kind.name} ${kind.identity.inWords(given)} uses \`${former}\`, the former name of \`${name}\`. Write \`${name}\` instead: a later release drops \`${former}\`.`,
      );
    }
  }
}

function formerNames(kind: Kind): (readonly [former: string, name: string])[] {
  return Object.entries(policyFieldsOf(kind)).flatMap(([former, { deprecatedFor }]) =>
    deprecatedFor === undefined ? [] : [[former, deprecatedFor] as const],
  );
}
