import type { Kind, Values } from "../kinds";
import { withoutAssets } from "./assets";
import { measureFiles } from "./contents";
import { declare } from "./decisions";
import { declaredTwice } from "./existing";
import { PROVIDER, splitInputs, withoutNulls, type Inputs } from "./inputs";
import { keyOf } from "./keys";
import { lookAhead, reasonOf } from "./looking-ahead";
import type { Surroundings } from "./surroundings";
import { isKeyKnown } from "./unknown";
import { hiddenInputs } from "./veil";
import { validate, type Failure } from "./validate";
import { sayWhatIsNotSent } from "./write-only";

export interface Checked {
  readonly inputs: Values;
  readonly failures: readonly Failure[];
}

/**
 * Everything that can be known about the inputs before the first write. An object that is to be created is looked for
 * on the server, so that its preview already tells what stands in the way; for one that is in the state nothing is sent.
 */
export async function check(kind: Kind, olds: Values, given: Values, around: Surroundings): Promise<Checked> {
  const news = withoutAssets(kind, given);
  const wrong = validate(kind, news, olds);
  const isWrong = (name: string): boolean => wrong.some(({ property }) => property.split(".")[0] === name);
  const { inputs, failures } = await measureFiles(kind, withoutNulls(news), isWrong, {
    hidden: hiddenInputs(kind, news, olds),
    isMade: !isNotMade(olds),
  });
  rememberRetained(kind, olds, around);
  const all = [...wrong, ...failures];
  if (all.length > 0) {
    return { inputs, failures: all };
  }
  const split = splitInputs(kind, inputs);
  const contradictions = contradictionsOf(kind, split, isNotMade(olds), around);
  if (contradictions.length === 0 && !isNotMade(olds)) {
    sayWhatIsNotSent(kind, olds, inputs);
  }
  if (contradictions.length > 0 || !isNotMade(olds)) {
    return { inputs, failures: contradictions };
  }
  return { inputs, failures: await lookAhead(kind, split, around) };
}

/**
 * Pulumi shows what the state has only here. Until an `up` came through without `retainOnDelete`, an edited program whose
 * preview does not have it changes nothing.
 */
function rememberRetained(kind: Kind, olds: Values, around: Surroundings): void {
  const { origin, options } = splitInputs(kind, olds);
  if (options.includes("retainOnDelete")) {
    around.retained.add(origin);
  }
}

function contradictionsOf(kind: Kind, inputs: Inputs, isNew: boolean, around: Surroundings): Failure[] {
  try {
    declare(kind, inputs, isNew, around);
    refuseSecondDeclaration(kind, inputs, isNew, around);
    return [];
  } catch (error) {
    return [{ property: kind.identity.fields[0] ?? "", reason: reasonOf(error) }];
  }
}

/** Whether it is there already or not: no two resources of a program have the same key. */
function refuseSecondDeclaration(kind: Kind, inputs: Inputs, isNew: boolean, around: Surroundings): void {
  const { declared, origin } = inputs;
  if (!isKeyKnown(kind, declared)) {
    return;
  }
  const first = around.keys.firstToDeclare(kind.name, kind.identity.keyOf(declared), origin);
  // Two that are there already, in spellings that this server keeps apart, stay two.
  const firstLike = around.keys.firstToDeclare(`${kind.name} like`, keyOf(kind, declared), origin);
  const other = first !== origin ? first : isNew ? firstLike : origin;
  if (other !== origin) {
    throw declaredTwice(kind, inputs, other);
  }
}

function isNotMade(olds: Values): boolean {
  return Object.keys(olds).every((key) => key === PROVIDER);
}
