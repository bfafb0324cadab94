import { HaleconnectError } from "../../errors";
import type { Kind, Outlook, Values } from "../../kinds";
import type { Difference } from "../comparing/difference";
import { keyOf } from "../comparing/key";
import type { Replacement } from "../program/program";
import { fateOf } from "../remembering/state";
import { mayReplace, type Inputs } from "../values/inputs";
import { isKeyKnown, isUnknown } from "../values/unknown";
import { isHidden, placeOf, quoted } from "../values/veil";
import { inOneError } from "./obstacles";

/** The old object counts as deleted first only if it is deleted at all: an adopted one, for instance, stays. */
export function replacementOf(kind: Kind, id: string, olds: Values, declared: Values): Replacement {
  const isDeletedFirst = isToGoFirst(kind, olds, declared) && fateOf(kind, olds) === "delete";
  return { replacing: id, ...(isDeletedFirst ? { deletedFirst: id } : {}) };
}

/** Whether the old object has to go first. If both have one key, nobody could tell them apart. */
export function isToGoFirst(kind: Kind, olds: Values, declared: Values): boolean {
  const { deleteBeforeReplace, identity } = kind;
  const isSameKey = identity.type !== "singleton" && keyOf(kind, olds) === keyOf(kind, declared);
  return deleteBeforeReplace === true || isSameKey;
}

/** Refuses a replacement that would also replace everything below, or whose new object cannot be created. */
export async function refuseUnlessReplaceable(
  kind: Kind,
  id: string,
  inputs: Inputs,
  replacing: readonly Difference[],
  outlook: Outlook,
): Promise<void> {
  const { declared, policies } = inputs;
  if (kind.replacementCascades && !mayReplace(policies)) {
    const changes = replacing.map(({ path, actual, declared: wanted }) => {
      const inWordsOf = isHidden(kind, path, inputs) ? () => quoted(undefined, true) : inWords;
      return `\`${placeOf(kind, path, inputs)}\` from ${inWordsOf(actual)} to ${inWordsOf(wanted)}`;
    });
    throw new HaleconnectError("HC5004", {
      what: `Changing ${changes.join(" and ")} would replace ${kind.name} ${id}, and with it everything below`,
    });
  }
  if (!isKeyKnown(kind, declared)) {
    return;
  }
  // The new object may be impossible, for instance an organisation below itself.
  const obstacles = await kind.obstacles(outlook, declared);
  if (obstacles.length > 0) {
    throw new HaleconnectError("HC3003", inOneError(obstacles));
  }
}

/** Warns of what the replacement loses for ever. */
export function sayLoss(kind: Kind, olds: Values): void {
  const loss = kind.lossOnDeletion?.(olds);
  if (loss !== undefined && fateOf(kind, olds) === "delete") {
    console.warn(`Replacing ${kind.name} deletes the old one. ${loss}`);
  }
}

function inWords(value: unknown): string {
  if (value === undefined) {
    return "nothing";
  }
  return isUnknown(value) ? "an object that does not exist yet" : JSON.stringify(value);
}
