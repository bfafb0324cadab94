import { HaleconnectError } from "../errors";
import { isHeld, type Kind, type Live, type Values } from "../kinds";
import { absenceNotCertain, lookFor } from "./absence";
import { writesOf } from "./admission";
import { refuseAdoption } from "./adoption";
import { refuseSecondHolder } from "./claims";
import { withoutAssets } from "./assets";
import { measureFiles } from "./contents";
import { declare } from "./decisions";
import { alreadyExists, belongsToAnother, declaredTwice, inTheWay, moreThanOne, notThereToAdopt } from "./existing";
import { PROVIDER, splitInputs, withoutNulls, type Inputs } from "./inputs";
import { isOf, keyOf } from "./keys";
import { outlookOn } from "./outlook";
import type { Surroundings } from "./surroundings";
import { refuseToErase } from "./taking-hold";
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

async function lookAhead(kind: Kind, inputs: Inputs, around: Surroundings): Promise<readonly Failure[]> {
  const { identity } = kind;
  try {
    if (!isKeyKnown(kind, inputs.declared)) {
      return await obstaclesOf(kind, inputs, around);
    }
    const key = keyOf(kind, inputs.declared);
    if (isOf(around.journal(inputs.origin)?.entryOf(inputs.origin, kind.name), kind, inputs.declared)) {
      return [];
    }
    const obstacles = await obstaclesOf(kind, inputs, around);
    return obstacles.length > 0 ? obstacles : await namesakesOf(kind, inputs, key, around);
  } catch (error) {
    const isAboutTheKey = error instanceof HaleconnectError && /^HC4|^HC5005/.test(error.code);
    return [{ property: isAboutTheKey ? (identity.fields[0] ?? "") : "", reason: reasonOf(error) }];
  }
}

/** What speaks against creating it, of what is known so far: the organisation that it refers to may be yet to be made. */
async function obstaclesOf(kind: Kind, inputs: Inputs, around: Surroundings): Promise<Failure[]> {
  await around.client().admit(writesOf(kind, "create", inputs.declared));
  const outlook = outlookOn(around, around.replacements.get(inputs.origin));
  const obstacles = await kind.obstacles(outlook, inputs.declared);
  return obstacles.map((obstacle) => ({ property: obstacle.field, reason: inTheWay(obstacle).message }));
}

/** What stands in the place where it is to be made. */
async function namesakesOf(kind: Kind, inputs: Inputs, key: string, around: Surroundings): Promise<Failure[]> {
  if (isHeld(kind)) {
    refuseSecondHolder(kind, key, inputs, around);
    const object = await around.living(kind).byId(key, Object.keys(inputs.declared));
    refuseToErase(kind, object?.values ?? {}, inputs);
    return [];
  }
  const replacement = around.replacements.get(inputs.origin);
  const { items, isCertain } = await lookFor(kind, inputs.declared, around);
  if (items.length === 0 && !isCertain) {
    throw absenceNotCertain(kind, inputs);
  }
  const isGoneSoon = around.goneSoon.has(`${kind.name} ${key}`);
  const existing = items.filter(({ id }) => !isGoneSoon && id !== replacement?.deletedFirst);
  const conflict = conflictWith(kind, inputs, existing, around);
  return conflict === undefined ? [] : [{ property: kind.identity.fields[0] ?? "", reason: conflict.message }];
}

function conflictWith(
  kind: Kind,
  inputs: Inputs,
  existing: readonly Live[],
  around: Surroundings,
): HaleconnectError | undefined {
  const adopt = inputs.policies.adopt ?? "never";
  const [found, ...others] = existing;
  if (found === undefined) {
    return adopt === "required" ? notThereToAdopt(kind, inputs) : undefined;
  }
  if (others.length > 0) {
    return moreThanOne(kind, inputs, existing);
  }
  if (adopt === "never") {
    const holder = around.claims.heldBesides(kind.name, found.id, inputs.origin);
    return holder === undefined ? alreadyExists(kind, inputs, found) : belongsToAnother(kind, found.id, inputs, holder);
  }
  refuseAdoption(kind, found, inputs, around);
  return undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
