import { isAboutTheKey, type HaleconnectError } from "../../errors";
import type { AttachedKind, Kind, Live, MadeKind, Obstacle } from "../../kinds";
import { isAttached } from "../../kinds/kind";
import { absenceNotCertain, isReference, lookFor } from "../objects/absence";
import { writesOf } from "../writing/admission";
import { differencesOfAdopted, refuseAdoption, sayAdoption, sayAttaching, writesOfAdoption } from "../writing/adoption";
import { takenOverWithReasons } from "../writing/reasons";
import { refuseSecondHolder } from "../program/one-owner";
import { changesOf, seen } from "../comparing/compare";
import { belongsToAnother, existsAlready, inTheWay, moreThanOne, notThereToAdopt } from "../objects/existing";
import type { Inputs } from "../values/inputs";
import { isOf, keyOf } from "../comparing/key";
import { outlookOn } from "../program/outlook";
import type { Context } from "../context";
import type { Replacement } from "../program/program";
import { refuseToErase } from "../writing/attach";
import { isKeyKnown } from "../values/unknown";
import { isMadeHere } from "../remembering/journal-lines";
import { withKey } from "../remembering/untold";
import type { Failure } from "./failure";
import { lacksOfCreation, refuseLackingUpdate } from "./server-lacks";

/** Finds what stands in the way of a creation on the server. If the object exists already, says what becomes of it. */
export async function lookAhead(kind: Kind, inputs: Inputs, context: Context): Promise<readonly Failure[]> {
  try {
    if (!isKeyKnown(kind, inputs.declared)) {
      return await obstaclesOf(kind, inputs, context.program.replacementOf(inputs.origin), context);
    }
    const key = keyOf(kind, inputs.declared);
    if (isOf(context.journal(inputs.origin)?.entryOf(inputs.origin, kind.name), kind, inputs.declared)) {
      return [];
    }
    if (isReference(kind)) {
      return await obstaclesOf(kind, inputs, context.program.replacementOf(inputs.origin), context);
    }
    return isAttached(kind)
      ? await lookAtAttached(kind, key, inputs, context)
      : await lookAtMade(kind, key, inputs, context);
  } catch (error) {
    return [{ property: isAboutTheKey(error) ? (kind.identity.fields[0] ?? "") : "", reason: reasonOf(error) }];
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Finds obstacles, as far as values are known: the organisation that the object refers to may not exist yet. */
async function obstaclesOf(
  kind: Kind,
  inputs: Inputs,
  replacement: Replacement | undefined,
  context: Context,
): Promise<Failure[]> {
  const lacks = await lacksOfCreation(kind, inputs, context);
  if (lacks.length > 0) {
    return [...lacks];
  }
  if (inputs.policies.adopt !== "required") {
    await context.client().admit(writesOf(kind, "create", inputs.declared));
  }
  return failuresOf(await kind.obstacles(outlookOn(context, replacement), inputs.declared));
}

function failuresOf(obstacles: readonly Obstacle[]): Failure[] {
  return obstacles.map((obstacle) => ({ property: obstacle.field, reason: inTheWay(obstacle).message }));
}

async function lookAtAttached(kind: AttachedKind, key: string, inputs: Inputs, context: Context): Promise<Failure[]> {
  const obstacles = await obstaclesOf(kind, inputs, context.program.replacementOf(inputs.origin), context);
  if (obstacles.length > 0) {
    return obstacles;
  }
  refuseSecondHolder(kind, key, inputs, context.program);
  context.program.recordClaim(kind, key, inputs);
  const object = await context.objects(kind).byId(key, Object.keys(inputs.declared));
  refuseToErase(kind, object?.values ?? {}, inputs);
  if (object !== undefined) {
    sayAttaching(kind, object, inputs, context);
  }
  return [];
}

async function lookAtMade(kind: MadeKind, key: string, inputs: Inputs, context: Context): Promise<readonly Failure[]> {
  const { adopt = "never" } = inputs.policies;
  return adopt === "never"
    ? lookAtCreation(kind, key, inputs, context)
    : lookAtAdoptionOrCreation(kind, key, inputs, context);
}

/** Looks for an object to adopt first. If there is one, no obstacle to a creation matters. */
async function lookAtAdoptionOrCreation(
  kind: MadeKind,
  key: string,
  inputs: Inputs,
  context: Context,
): Promise<readonly Failure[]> {
  const [object, ...others] = await standingInPlace(kind, key, inputs, context);
  if (object === undefined) {
    if (inputs.policies.adopt === "required") {
      throw notThereToAdopt(kind, inputs);
    }
    const forced = await replacementForced(kind, key, inputs, context);
    return obstaclesOf(kind, inputs, context.program.replacementOf(inputs.origin) ?? forced, context);
  }
  if (others.length > 0) {
    throw moreThanOne(kind, inputs, [object, ...others]);
  }
  return lookAtAdoption(kind, object, inputs, context);
}

async function lookAtCreation(
  kind: MadeKind,
  key: string,
  inputs: Inputs,
  context: Context,
): Promise<readonly Failure[]> {
  const forced = await replacementForced(kind, key, inputs, context);
  const replacement = context.program.replacementOf(inputs.origin) ?? forced;
  const obstacles = await obstaclesOf(kind, inputs, replacement, context);
  if (obstacles.length > 0) {
    return obstacles;
  }
  const standing = await standingInPlace(kind, key, inputs, context);
  const existing = standing.filter(({ id }) => id !== forced?.replacing);
  const conflict = conflictWith(kind, inputs, existing, context);
  return conflict === undefined ? [] : [{ property: kind.identity.fields[0] ?? "", reason: conflict.message }];
}

/** Finds objects of the same key that do not go in this run. */
async function standingInPlace(kind: MadeKind, key: string, inputs: Inputs, context: Context): Promise<Live[]> {
  const replacement = context.program.replacementOf(inputs.origin);
  const { items, isCertain } = await lookFor(kind, inputs.declared, context);
  if (items.length === 0 && !isCertain) {
    throw absenceNotCertain(kind, inputs);
  }
  const isGoneSoon = context.program.isLeft(kind, key);
  return items.filter(({ id }) => !isGoneSoon && id !== replacement?.deletedFirst);
}

/**
 * When the engine forces a replacement, it does not call diff(), and calls check() as if no object existed. With
 * `deleteBeforeReplace` it deletes the old object, which the journal knows, before it creates the new one.
 */
async function replacementForced(
  kind: MadeKind,
  key: string,
  inputs: Inputs,
  context: Context,
): Promise<Replacement | undefined> {
  const own = context.journal(inputs.origin)?.holdingOf(inputs.origin, kind.name);
  if (own === undefined || !inputs.options.includes("deleteBeforeReplace")) {
    return undefined;
  }
  const { items } = await context.objects(kind).byKey(key);
  const isThere = items.some(({ id }) => id === own.id);
  const isOurs = own.goes === true || isMadeHere(own, own.birth);
  const goes = inputs.policies.onDestroy === undefined ? isOurs : inputs.policies.onDestroy === "delete";
  return isThere && goes ? { replacing: own.id, deletedFirst: own.id } : undefined;
}

async function lookAtAdoption(
  kind: MadeKind,
  { id }: Live,
  inputs: Inputs,
  context: Context,
): Promise<readonly Failure[]> {
  const { declared } = inputs;
  const found = await context.objects(kind).byId(id, Object.keys(declared));
  if (found === undefined) {
    return [];
  }
  const object = takenOverWithReasons(kind, withKey(kind, found, declared), declared, context.program);
  refuseAdoption(kind, object, inputs, context);
  await refuseLackingUpdate(kind, differencesOfAdopted(kind, object, inputs), context);
  await context.client().admit(writesOfAdoption(kind, object, inputs, context));
  const changes = changesOf(kind, differencesOfAdopted(kind, object, inputs), declared);
  if (Object.keys(changes).length > 0) {
    const known = { id, actual: seen(kind, object.values, declared), declared };
    const obstacles = failuresOf((await kind.changeObstacles?.(outlookOn(context), changes, known)) ?? []);
    if (obstacles.length > 0) {
      return obstacles;
    }
  }
  const own = context.journal(inputs.origin)?.holdingOf(inputs.origin, kind.name);
  sayAdoption(kind, object, inputs, own?.id === id, context);
  return [];
}

function conflictWith(
  kind: Kind,
  inputs: Inputs,
  existing: readonly Live[],
  context: Context,
): HaleconnectError | undefined {
  const [found, ...others] = existing;
  if (found === undefined) {
    return undefined;
  }
  if (others.length > 0) {
    return moreThanOne(kind, inputs, existing);
  }
  const holder = context.program.holderBesides(kind.name, found.id, inputs.origin);
  return holder === undefined
    ? existsAlready(kind, inputs, found, context)
    : belongsToAnother(kind, found.id, inputs, holder);
}
