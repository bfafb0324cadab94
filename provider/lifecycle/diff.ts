import { HaleconnectError, type ErrorDetails } from "../errors";
import type { Kind, Obstacle, Values } from "../kinds";
import { changesOf, differences, type Difference } from "./compare";
import { refuseContradiction } from "./decisions";
import { splitInputs, type Inputs } from "./inputs";
import { outlookOn } from "./outlook";
import { memoryOf } from "./state";
import type { Surroundings } from "./surroundings";
import { sayErasure } from "./taking-hold";
import { containsUnknown, isUnknown } from "./unknown";

export interface Diff {
  readonly changes: boolean;
  readonly replaces: string[];
  readonly deleteBeforeReplace?: boolean;
}

/** What an update would do; refuses a replacement that would take everything below along (decision 8). */
export async function diff(kind: Kind, id: string, olds: Values, news: Values, around: Surroundings): Promise<Diff> {
  const inputs = splitInputs(kind, news);
  refuseContradiction(kind, inputs.declared, inputs.origin, around, id);
  const doubt = await doubtAbout(kind, id, inputs, around);
  if (doubt === "gone") {
    return { changes: true, replaces: kind.identity.fields.slice(0, 1) };
  }
  const found = differences(kind, olds, inputs.declared, memoryOf(olds).declared);
  const replacing = found.filter(({ path }) => kind.inputs[path[0] ?? ""]?.mark === "replace");
  if (replacing.length > 0) {
    await refuseUnlessReplaceable(kind, id, inputs, replacing, around);
    sayLoss(kind, olds);
  } else if (found.length > 0) {
    await refuseChangeInVain(kind, id, olds, inputs, found, around);
    sayErasure(kind, olds, inputs);
  }
  return {
    changes: found.length > 0 || doubt === "different" || isDueAnyway(kind, olds, inputs, around),
    replaces: [...new Set(replacing.map(({ path }) => path[0] ?? ""))],
    ...(kind.deleteBeforeReplace === true ? { deleteBeforeReplace: true } : {}),
  };
}

/** What changes although nothing that is declared differs. */
function isDueAnyway(kind: Kind, olds: Values, { declared, policies }: Inputs, around: Surroundings): boolean {
  const isRemembered = olds["onDestroy"] === policies.onDestroy;
  const isRenewed = kind.renewal?.(olds, declared, around.today()) !== undefined;
  return !isRemembered || isRenewed || memoryOf(olds).partial === true;
}

/** What an interrupted deletion left; the state says nothing of it. */
async function doubtAbout(
  kind: Kind,
  id: string,
  { declared, origin }: Inputs,
  around: Surroundings,
): Promise<"none" | "gone" | "different"> {
  const journal = around.journal(origin);
  await journal?.settle(origin, kind.name, id);
  if (journal?.isInDoubt(origin, kind.name, id) !== true) {
    return "none";
  }
  const object = await around.living(kind).byId(id, Object.keys(declared));
  if (object === undefined) {
    console.warn(`${kind.name} ${id} was deleted by a run that was interrupted. It is created anew.`);
    return "gone";
  }
  if (differences(kind, object.values, declared).length > 0) {
    return "different";
  }
  await journal.forgetDeletion(origin, kind.name);
  return "none";
}

async function refuseUnlessReplaceable(
  kind: Kind,
  id: string,
  { declared, policies }: Inputs,
  replacing: readonly Difference[],
  around: Surroundings,
): Promise<void> {
  if (kind.replacementCascades && policies.onRename !== "replace") {
    const changes = replacing.map(
      ({ path, actual, declared: wanted }) => `\`${path.join(".")}\` from ${inWords(actual)} to ${inWords(wanted)}`,
    );
    throw new HaleconnectError("HC5004", {
      what: `Changing ${changes.join(" and ")} would replace ${kind.name} ${id}, and with it everything below`,
    });
  }
  if (kind.identity.fields.some((field) => containsUnknown(declared[field]))) {
    return;
  }
  // The new object may be impossible: an organisation below itself, for instance.
  const obstacles = await kind.obstacles(outlookOn(around, id), declared);
  if (obstacles.length > 0) {
    throw new HaleconnectError("HC3003", joined(obstacles));
  }
}

/** What cannot be undone is said before it is done. */
function sayLoss(kind: Kind, olds: Values): void {
  const loss = kind.lossOnDeletion?.(olds);
  if (loss !== undefined) {
    console.warn(`Replacing ${kind.name} deletes the one that is there. ${loss}`);
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
  const obstacles = await kind.changeObstacles(outlookOn(around), changes, { id, actual: olds });
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
