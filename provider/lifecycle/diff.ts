import type { Kind, Values } from "../kinds";
import { refuseImpossibleChange, sayNamesakes } from "./checking/changing";
import { isToGoFirst, refuseUnlessReplaceable, replacementOf, sayLoss } from "./checking/replacing";
import { refuseLackingDeletion, refuseLackingUpdate } from "./checking/server-lacks";
import { declaredPaths, differences } from "./comparing/compare";
import type { Difference } from "./comparing/difference";
import { placeIn } from "./comparing/file-names";
import type { Context } from "./context";
import { doubtAbout } from "./objects/doubt";
import { isSpentBy } from "./objects/spent";
import { refuseContradiction, refuseSecondHolder } from "./program/one-owner";
import { outlookOn } from "./program/outlook";
import { rememberSeen } from "./remembering/holding";
import { placesToLeave } from "./remembering/places";
import { memoryOf } from "./remembering/state";
import { stateOf } from "./remembering/untold";
import { secretsOf, splitInputs, type Inputs } from "./values/inputs";
import { readPath, writePath } from "./values/leaves";
import { sayErasure } from "./writing/attach";
import { lookAtDeletion } from "./writing/taking-along";

export interface Diff {
  readonly changes: boolean;
  readonly replaces: string[];
  readonly deleteBeforeReplace?: boolean;
}

/**
 * Says what an update would do. Refuses a replacement that would also replace everything below the object
 * (docs/decisions.md#no-replacement-by-accident). Only `program.record…` and `rememberSeen` store something for the
 * rest of the run; every other line looks, refuses or warns.
 */
export async function diff(kind: Kind, id: string, olds: Values, news: Values, context: Context): Promise<Diff> {
  const { program } = context;
  const inputs = splitInputs(kind, news);
  const { declared, origin } = inputs;

  program.recordDecisions(kind, inputs, id);
  refuseContradiction(kind, inputs, program, id);
  refuseSecondHolder(kind, id, inputs, program);
  program.recordClaim(kind, id, inputs);

  const doubt = await doubtAbout(kind, id, olds, inputs, context);
  if (doubt === "gone") {
    return { changes: true, replaces: kind.identity.fields.slice(0, 1) };
  }
  // A refresh also shows old copies that the engine is about to delete. They do not tell what exists now.
  if (doubt === "none" && program.declares(inputs)) {
    await rememberSeen(kind, id, olds, inputs, context);
  }

  const isSpent = await isSpentBy(kind, id, olds, declared, context);
  const leaving = placesToLeave(kind, olds, olds, declared);
  program.recordLeaving(kind, id, leaving);

  const found = differences(kind, stateOf(kind, olds, declared), declared, memoryOf(olds).declared);
  const replacing = found.filter(({ path }) => kind.inputs[path[0] ?? ""]?.mark === "replace");
  const replacement = replacing.length === 0 && !isSpent ? undefined : replacementOf(kind, id, olds, declared);
  if (replacement !== undefined) {
    const withSecrets = { ...inputs, secrets: [...inputs.secrets, ...secretsOf(olds)] };
    await refuseUnlessReplaceable(kind, id, withSecrets, replacing, outlookOn(context, replacement));
    await refuseLackingDeletion(kind, context);
    await lookAtDeletion(kind, id, olds, context);
    sayLoss(kind, olds);
  } else if (found.length > 0) {
    await refuseLackingUpdate(kind, found, context);
    await refuseImpossibleChange(kind, id, olds, inputs, found, context);
    sayErasure(kind, olds, inputs);
    await sayNamesakes(kind, id, olds, inputs, context);
  }
  // The engine then calls check() for the new object as if no object existed.
  program.recordReplacement(origin, replacement);

  const isDue = replacement === undefined && (isDueAnyway(kind, id, olds, inputs, context) || leaving.length > 0);
  return {
    changes: isDue || isSpent || found.length > 0 || doubt === "different",
    replaces: fieldsThatReplace(kind, replacing, isSpent),
    ...(replacement !== undefined && isToGoFirst(kind, olds, declared) ? { deleteBeforeReplace: true } : {}),
  };
}

/** The engine replaces an object only for a field. A spent object has none that differs, so a field of its key stands in. */
function fieldsThatReplace(kind: Kind, replacing: readonly Difference[], isSpent: boolean): string[] {
  const differing = replacing.map(({ path }) => path[0] ?? "");
  return [...new Set([...differing, ...(isSpent ? kind.identity.fields.slice(0, 1) : [])])];
}

/** Whether an update has work although no declared value differs. */
function isDueAnyway(kind: Kind, id: string, olds: Values, { declared, policies }: Inputs, context: Context): boolean {
  const renewal = kind.renewal?.(olds, declared, context.today());
  if (renewal !== undefined) {
    console.warn(`An update renews ${kind.name} ${id}: ${renewal}.`);
  }
  const isRemembered = olds["onDestroy"] === policies.onDestroy;
  return (
    !isRemembered || renewal !== undefined || memoryOf(olds).partial === true || declaresFilesAnew(kind, olds, declared)
  );
}

/** Whether a declared file is on the server but not declared in the state: until now another resource had it. */
function declaresFilesAnew(kind: Kind, olds: Values, declared: Values): boolean {
  const isSet = (name: string): boolean => kind.inputs[name]?.files !== undefined;
  if (!Object.keys(declared).some(isSet)) {
    return false;
  }
  const known = new Set(memoryOf(olds).declared);
  return declaredPaths(kind, declared)
    .map((path) => writePath(placeIn(kind, olds, readPath(path))))
    .some((path) => isSet(readPath(path)[0] ?? "") && !known.has(path));
}
