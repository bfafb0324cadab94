import { HaleconnectError, type ErrorDetails } from "../errors";
import type { Kind, Obstacle, Outlook, Values } from "../kinds";
import { refuseSecondHolder } from "./claims";
import { changesOf, declaredPaths, differences, type Difference } from "./compare";
import { refuseContradiction } from "./decisions";
import { inWords as objectInWords } from "./existing";
import { placeIn } from "./file-names";
import { secretsOf, splitInputs, type Inputs } from "./inputs";
import { keyOf } from "./keys";
import { readPath, writePath } from "./leaves";
import { rememberSeen } from "./holding";
import { outlookOn } from "./outlook";
import { placesToLeave } from "./places";
import { fateOf, memoryOf } from "./state";
import type { Replacement, Surroundings } from "./surroundings";
import { lookAtDeletion } from "./taking-along";
import { sayErasure } from "./taking-hold";
import { stateOf, withKnown } from "./untold";
import { containsUnknown, isKeyKnown, isUnknown } from "./unknown";
import { isHidden, placeOf, quoted } from "./veil";

export interface Diff {
  readonly changes: boolean;
  readonly replaces: string[];
  readonly deleteBeforeReplace?: boolean;
}

/** What an update would do; refuses a replacement that would take everything below along (docs/decisions.md#no-replacement-by-accident). */
export async function diff(kind: Kind, id: string, olds: Values, news: Values, around: Surroundings): Promise<Diff> {
  const inputs = splitInputs(kind, news);
  refuseContradiction(kind, inputs.declared, inputs.origin, around, id);
  refuseSecondHolder(kind, id, inputs, around);
  const doubt = await doubtAbout(kind, id, olds, inputs, around);
  if (doubt === "gone") {
    return { changes: true, replaces: kind.identity.fields.slice(0, 1) };
  }
  for (const place of placesToLeave(kind, olds, olds, inputs.declared)) {
    around.goneSoon.add(kind.place?.frees(id, place) ?? "");
  }
  const known = stateOf(kind, olds, inputs.declared);
  const found = differences(kind, known, inputs.declared, memoryOf(olds).declared);
  const replacing = found.filter(({ path }) => kind.inputs[path[0] ?? ""]?.mark === "replace");
  around.replacements.delete(inputs.origin);
  if (replacing.length > 0) {
    const replacement = replacementOf(kind, id, olds, inputs.declared);
    const secrets = [...inputs.secrets, ...secretsOf(olds)];
    await refuseUnlessReplaceable(kind, id, { ...inputs, secrets }, replacing, outlookOn(around, replacement));
    await lookAtDeletion(kind, id, olds, around);
    // The engine has the new object checked as if there were none yet.
    around.replacements.set(inputs.origin, replacement);
    sayLoss(kind, olds);
  } else if (found.length > 0) {
    await refuseChangeInVain(kind, id, olds, inputs, found, around);
    sayErasure(kind, olds, inputs);
    await sayNamesakes(kind, id, olds, inputs, around);
  }
  const isDue = replacing.length === 0 && isDueAnyway(kind, id, olds, inputs, around);
  return {
    changes: isDue || found.length > 0 || doubt === "different",
    replaces: [...new Set(replacing.map(({ path }) => path[0] ?? ""))],
    ...(replacing.length > 0 && isToGoFirst(kind, olds, inputs.declared) ? { deleteBeforeReplace: true } : {}),
  };
}

/** What changes although nothing that is declared differs. */
function isDueAnyway(
  kind: Kind,
  id: string,
  olds: Values,
  { declared, policies }: Inputs,
  around: Surroundings,
): boolean {
  const isRemembered = olds["onDestroy"] === policies.onDestroy;
  const renewal = kind.renewal?.(olds, declared, around.today());
  if (renewal !== undefined) {
    console.warn(`${kind.name} ${id} is made anew: ${renewal}.`);
  }
  const isToLeave = placesToLeave(kind, olds, olds, declared).length > 0;
  return (
    !isRemembered ||
    renewal !== undefined ||
    isToLeave ||
    memoryOf(olds).partial === true ||
    declaresFilesAnew(kind, olds, declared)
  );
}

/** A file that is there already, another resource's until now for instance: the state has to know whose it is. */
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

/** What an interrupted deletion left; the state says nothing of it. */
async function doubtAbout(
  kind: Kind,
  id: string,
  olds: Values,
  inputs: Inputs,
  around: Surroundings,
): Promise<"none" | "gone" | "different"> {
  const { declared, origin } = inputs;
  const journal = around.journal(origin);
  const { birth } = memoryOf(olds);
  void journal?.settle(origin, kind.name, id, birth);
  if (journal?.isInDoubt(origin, kind.name, id, birth) !== true) {
    await rememberIfDeclared(kind, id, olds, inputs, around);
    return "none";
  }
  const object = await around.living(kind).byId(id, Object.keys(declared));
  if (object === undefined) {
    console.warn(`${kind.name} ${id} was deleted by a run that was interrupted. It is created anew.`);
    return "gone";
  }
  const actual = withKnown(kind, object.values, stateOf(kind, olds, declared));
  if (differences(kind, actual, declared).length > 0) {
    return "different";
  }
  void journal.forgetDeletion(origin, kind.name);
  await rememberIfDeclared(kind, id, olds, inputs, around);
  return "none";
}

/** In a refresh the engine shows also former copies, which are to be deleted: these say nothing of what there is now. */
async function rememberIfDeclared(
  kind: Kind,
  id: string,
  olds: Values,
  inputs: Inputs,
  around: Surroundings,
): Promise<void> {
  if (around.decisions.isDeclared(inputs.origin, inputs.declared)) {
    await rememberSeen(kind, id, olds, inputs, around);
  }
}

/** Two objects of one key could not be told from each other. */
function isToGoFirst(kind: Kind, olds: Values, declared: Values): boolean {
  const { deleteBeforeReplace, identity } = kind;
  const isSameKey = identity.type !== "singleton" && keyOf(kind, olds) === keyOf(kind, declared);
  return deleteBeforeReplace === true || isSameKey;
}

/** What was adopted, or is declared to stay, keeps what it holds. */
function replacementOf(kind: Kind, id: string, olds: Values, declared: Values): Replacement {
  const isDeletedFirst = isToGoFirst(kind, olds, declared) && fateOf(kind, olds) === "delete";
  return { replacing: id, ...(isDeletedFirst ? { deletedFirst: id } : {}) };
}

async function refuseUnlessReplaceable(
  kind: Kind,
  id: string,
  inputs: Inputs,
  replacing: readonly Difference[],
  outlook: Outlook,
): Promise<void> {
  const { declared, policies } = inputs;
  if (kind.replacementCascades && policies.onRename !== "replace") {
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
  // The new object may be impossible: an organisation below itself, for instance.
  const obstacles = await kind.obstacles(outlook, declared);
  if (obstacles.length > 0) {
    throw new HaleconnectError("HC3003", joined(obstacles));
  }
}

/** What cannot be undone is said before it is done. */
function sayLoss(kind: Kind, olds: Values): void {
  const loss = kind.lossOnDeletion?.(olds);
  if (loss !== undefined && fateOf(kind, olds) === "delete") {
    console.warn(`Replacing ${kind.name} deletes the one that is there. ${loss}`);
  }
}

/** The platform allows several of one name; another resource of the program may be about to give it up. */
async function sayNamesakes(kind: Kind, id: string, olds: Values, inputs: Inputs, around: Surroundings): Promise<void> {
  const { identity } = kind;
  if (identity.type !== "marker" || !isKeyKnown(kind, inputs.declared)) {
    return;
  }
  const key = keyOf(kind, inputs.declared);
  const { items } = key === keyOf(kind, olds) ? { items: [] } : await around.living(kind).byKey(key);
  const others = items.filter(
    (it) => it.id !== id && around.claims.heldBesides(kind.name, it.id, inputs.origin) === undefined,
  );
  if (others.length > 0) {
    const ids = others.map((it) => it.id).join(" and ");
    console.warn(
      `${objectInWords(kind, inputs)} is there already, with id ${ids}: after this change there are several.`,
    );
  }
}

/** All that is wrong with a change, before anything is sent. */
async function refuseChangeInVain(
  kind: Kind,
  id: string,
  olds: Values,
  { declared }: Inputs,
  found: readonly Difference[],
  around: Surroundings,
): Promise<void> {
  const known = found.filter((it) => !containsUnknown(it.declared));
  if (kind.changeObstacles === undefined || known.length === 0) {
    return;
  }
  const changes = changesOf(kind, known, declared);
  const obstacles = await kind.changeObstacles(outlookOn(around), changes, { id, actual: olds, declared });
  if (obstacles.length > 0) {
    throw new HaleconnectError("HC3003", joined(obstacles));
  }
}

function joined(obstacles: readonly Obstacle[]): ErrorDetails {
  const all = (part: "what" | "why" | "remedy"): string[] => [...new Set(obstacles.map((it) => it[part]))];
  // The latter are whole sentences.
  return { what: all("what").join("; "), why: all("why").join(" "), remedy: all("remedy").join(" ") };
}

function inWords(value: unknown): string {
  if (value === undefined) {
    return "nothing";
  }
  return isUnknown(value) ? "an object that is only now created" : JSON.stringify(value);
}
