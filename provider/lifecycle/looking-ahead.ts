import { HaleconnectError } from "../errors";
import { isHeld, type HeldKind, type Kind, type Live, type MadeKind, type Obstacle } from "../kinds";
import { absenceNotCertain, lookFor } from "./absence";
import { writesOf } from "./admission";
import { differencesOfAdopted, refuseAdoption, sayAdoption, sayTakingHold, writesOfAdoption } from "./adoption";
import { refuseSecondHolder } from "./claims";
import { changesOf, seen } from "./compare";
import { alreadyExists, belongsToAnother, hasItAlready, inTheWay, moreThanOne, notThereToAdopt } from "./existing";
import type { Inputs } from "./inputs";
import { isOf, keyOf } from "./keys";
import { outlookOn } from "./outlook";
import type { Replacement, Surroundings } from "./surroundings";
import { refuseToErase } from "./taking-hold";
import { isKeyKnown } from "./unknown";
import { withKey } from "./untold";
import type { Failure } from "./validate";

/** What stands in the way of a creation, on the server; for what is there already, what becomes of it. */
export async function lookAhead(kind: Kind, inputs: Inputs, around: Surroundings): Promise<readonly Failure[]> {
  try {
    if (!isKeyKnown(kind, inputs.declared)) {
      return await obstaclesOf(kind, inputs, around.replacements.get(inputs.origin), around);
    }
    const key = keyOf(kind, inputs.declared);
    if (isOf(around.journal(inputs.origin)?.entryOf(inputs.origin, kind.name), kind, inputs.declared)) {
      return [];
    }
    return isHeld(kind) ? await lookAtHeld(kind, key, inputs, around) : await lookAtMade(kind, key, inputs, around);
  } catch (error) {
    const isAboutTheKey = error instanceof HaleconnectError && /^HC4|^HC5005/.test(error.code);
    return [{ property: isAboutTheKey ? (kind.identity.fields[0] ?? "") : "", reason: reasonOf(error) }];
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What speaks against creating it, of what is known so far: the organisation that it refers to may be yet to be made. */
async function obstaclesOf(
  kind: Kind,
  inputs: Inputs,
  replacement: Replacement | undefined,
  around: Surroundings,
): Promise<Failure[]> {
  if (inputs.policies.adopt !== "required") {
    await around.client().admit(writesOf(kind, "create", inputs.declared));
  }
  return failuresOf(await kind.obstacles(outlookOn(around, replacement), inputs.declared));
}

function failuresOf(obstacles: readonly Obstacle[]): Failure[] {
  return obstacles.map((obstacle) => ({ property: obstacle.field, reason: inTheWay(obstacle).message }));
}

async function lookAtHeld(kind: HeldKind, key: string, inputs: Inputs, around: Surroundings): Promise<Failure[]> {
  const obstacles = await obstaclesOf(kind, inputs, around.replacements.get(inputs.origin), around);
  if (obstacles.length > 0) {
    return obstacles;
  }
  refuseSecondHolder(kind, key, inputs, around);
  const object = await around.living(kind).byId(key, Object.keys(inputs.declared));
  refuseToErase(kind, object?.values ?? {}, inputs);
  if (object !== undefined) {
    sayTakingHold(kind, object, inputs, around);
  }
  return [];
}

/** Where it may be adopted it is looked for first: what is there is not created, so that nothing else is asked for. */
async function lookAtMade(
  kind: MadeKind,
  key: string,
  inputs: Inputs,
  around: Surroundings,
): Promise<readonly Failure[]> {
  const { adopt = "never" } = inputs.policies;
  if (adopt !== "never") {
    const [object, ...others] = await standingInPlace(kind, key, inputs, around);
    if (others.length > 0) {
      throw moreThanOne(kind, inputs, [object as Live, ...others]);
    }
    if (object !== undefined) {
      return lookAtAdoption(kind, object, inputs, around);
    }
    if (adopt === "required") {
      throw notThereToAdopt(kind, inputs);
    }
  }
  const forced = await replacementForced(kind, key, inputs, around);
  const obstacles = await obstaclesOf(kind, inputs, around.replacements.get(inputs.origin) ?? forced, around);
  if (obstacles.length > 0 || adopt !== "never") {
    return obstacles;
  }
  const existing = await standingInPlace(kind, key, inputs, around);
  const conflict = conflictWith(
    kind,
    inputs,
    existing.filter(({ id }) => id !== forced?.replacing),
    around,
  );
  return conflict === undefined ? [] : [{ property: kind.identity.fields[0] ?? "", reason: conflict.message }];
}

/** What stands in the place where it is to be made, and does not go in this run. */
async function standingInPlace(kind: MadeKind, key: string, inputs: Inputs, around: Surroundings): Promise<Live[]> {
  const replacement = around.replacements.get(inputs.origin);
  const { items, isCertain } = await lookFor(kind, inputs.declared, around);
  if (items.length === 0 && !isCertain) {
    throw absenceNotCertain(kind, inputs);
  }
  const isGoneSoon = around.goneSoon.has(`${kind.name} ${key}`);
  return items.filter(({ id }) => !isGoneSoon && id !== replacement?.deletedFirst);
}

/**
 * When the engine forces a replacement it does not ask what differs, and has the new object checked as if there were
 * none. With `deleteBeforeReplace` the old one, which the journal knows, is gone by then.
 */
async function replacementForced(
  kind: MadeKind,
  key: string,
  inputs: Inputs,
  around: Surroundings,
): Promise<Replacement | undefined> {
  const own = around.journal(inputs.origin)?.holdingOf(inputs.origin, kind.name);
  if (own === undefined || !inputs.options.includes("deleteBeforeReplace")) {
    return undefined;
  }
  const { items } = await around.living(kind).byKey(key);
  const isThere = items.some(({ id }) => id === own.id);
  const isMadeHere = own.goes === true || (own.made !== undefined && own.made === own.birth);
  const goes = inputs.policies.onDestroy === undefined ? isMadeHere : inputs.policies.onDestroy === "delete";
  return isThere && goes ? { replacing: own.id, deletedFirst: own.id } : undefined;
}

async function lookAtAdoption(
  kind: MadeKind,
  { id }: Live,
  inputs: Inputs,
  around: Surroundings,
): Promise<readonly Failure[]> {
  const { declared } = inputs;
  const found = await around.living(kind).byId(id, Object.keys(declared));
  if (found === undefined) {
    return [];
  }
  const object = withKey(kind, found, declared);
  refuseAdoption(kind, object, inputs, around);
  await around.client().admit(writesOfAdoption(kind, object, inputs, around));
  const changes = changesOf(kind, differencesOfAdopted(kind, object, inputs), declared);
  if (Object.keys(changes).length > 0) {
    const known = { id, actual: seen(kind, object.values, declared), declared };
    const obstacles = failuresOf((await kind.changeObstacles?.(outlookOn(around), changes, known)) ?? []);
    if (obstacles.length > 0) {
      return obstacles;
    }
  }
  const own = around.journal(inputs.origin)?.holdingOf(inputs.origin, kind.name);
  sayAdoption(kind, object, inputs, own?.id === id, around);
  return [];
}

function conflictWith(
  kind: Kind,
  inputs: Inputs,
  existing: readonly Live[],
  around: Surroundings,
): HaleconnectError | undefined {
  const [found, ...others] = existing;
  if (found === undefined) {
    return undefined;
  }
  if (others.length > 0) {
    return moreThanOne(kind, inputs, existing);
  }
  const holder = around.claims.heldBesides(kind.name, found.id, inputs.origin);
  return holder === undefined
    ? existsAlready(kind, inputs, found, around)
    : belongsToAnother(kind, found.id, inputs, holder);
}

/** Whether it is the resource's own is told by the journal; a refresh or an earlier run has shown it. */
export function existsAlready(kind: Kind, inputs: Inputs, found: Live, around: Surroundings): HaleconnectError {
  const own = around.journal(inputs.origin)?.holdingOf(inputs.origin, kind.name);
  return own?.id === found.id ? hasItAlready(kind, inputs, found) : alreadyExists(kind, inputs, found);
}
