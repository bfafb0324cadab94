import type { Kind, Values } from "../../kinds";
import { digestOf } from "../../kinds/digest";
import { isAttached } from "../../kinds/kind";
import { isEmpty, restrictTo } from "../comparing/compare";
import { isPlainObject, splitInputs, type Inputs } from "../values/inputs";
import type { Holding } from "./journal";
import { fateOf, memoryOf } from "./state";
import type { Context } from "../context";

/** Returns a mark of one creation. It tells the state of this creation from that of a former one of the same object. */
export function newBirth(context: Context): string {
  return context.unique().slice(0, 8);
}

/** Records in the journal what the resource has after a write. */
export async function remember(
  kind: Kind,
  id: string,
  outputs: Values,
  inputs: Inputs,
  context: Context,
): Promise<void> {
  await context.journal(inputs.origin)?.hold(holdingOf(kind, id, outputs, inputs, context));
}

/** Records that what was begun did not happen: the resource has what it had before. */
export async function holdAsBefore(
  kind: Kind,
  origin: string,
  before: Holding | undefined,
  context: Context,
): Promise<void> {
  const journal = context.journal(origin);
  if (before === undefined) {
    await journal?.forget(origin, kind.name);
  } else {
    const { home: _home, ...held } = before;
    await journal?.hold(held);
  }
}

/**
 * Records in the journal what the state has, as the engine has just passed it, also in a preview. It waits for the disk
 * only if the object has `retainOnDelete`: the engine tells nobody when it forgets such a resource.
 */
export async function rememberSeen(
  kind: Kind,
  id: string,
  outputs: Values,
  inputs: Inputs,
  context: Context,
): Promise<void> {
  const { origin } = inputs;
  const journal = context.journal(origin);
  const isToStay = context.program.isRetained(origin) || inputs.options.includes("retainOnDelete");
  const options = isToStay ? [...inputs.options, "retainOnDelete"] : inputs.options;
  const isNew = isToStay && journal?.holdingOf(origin, kind.name)?.retained !== true;
  void journal?.see(holdingOf(kind, id, outputs, { ...inputs, options }, context));
  if (isNew) {
    await journal?.writeWhatWasSeen();
  }
}

function holdingOf(kind: Kind, id: string, outputs: Values, inputs: Inputs, context: Context): Omit<Holding, "home"> {
  const known = context.journal(inputs.origin)?.holdingOf(inputs.origin, kind.name);
  const { birth, declared, former, named } = memoryOf(outputs);
  return {
    kind: kind.name,
    origin: inputs.origin,
    id,
    ...(birth === undefined ? {} : { birth }),
    ...madeAccordingTo(known, id),
    ...(former === undefined ? {} : { former }),
    ...(named === undefined ? {} : { named }),
    ...knownOf(kind, { ...inputs, declared: restrictTo(outputs, declared) }, outputs, fateOf(kind, outputs, known)),
  };
}

/** Keeps the mark that this stack made the object, also in the line of an old copy: the new copy takes it over. */
export function madeAccordingTo(known: Holding | undefined, id: string): Pick<Holding, "made"> {
  return known?.id === id && known.made !== undefined ? { made: known.made } : {};
}

/** Returns what shows later whether an object is still as this stack made it, and may be deleted with its container. */
export function knownOf(
  kind: Kind,
  { declared, origin, options }: Inputs,
  values: Values,
  fate: string,
): Pick<Holding, "stamp" | "files" | "goes" | "retained"> {
  if (isAttached(kind)) {
    return {};
  }
  const stamp = kind.identity.stamp.filter((field) => !isEmpty(values[field])).map((field) => [field, values[field]]);
  const files = checksumsOf(kind, declared).map(([name, sha256]) => [name, fingerprint(origin, name, sha256)]);
  return {
    stamp: Object.fromEntries(stamp) as Values,
    ...(files.length === 0 ? {} : { files: Object.fromEntries(files) as Record<string, string> }),
    ...(fate === "delete" ? { goes: true as const } : {}),
    ...(options.includes("retainOnDelete") ? { retained: true as const } : {}),
  };
}

/** Whether the object is the same. A restored server gives ids to other objects, so a missing stamp proves nothing. */
export function isSame({ stamp = {} }: Pick<Holding, "stamp">, values: Values): boolean {
  const told = Object.entries(stamp);
  return told.length > 0 && told.every(([field, value]) => values[field] === value);
}

/** Hides the checksum, which would show the presence of a file to anybody who has the same file. */
export function fingerprint(origin: string, name: string, sha256: string): string {
  return digestOf([origin, name, sha256]).slice(0, 16);
}

/** Returns the checksums of the declared files, by the file's name, or by the field if it holds one file. */
function checksumsOf({ inputs }: Kind, declared: Values): (readonly [name: string, sha256: string])[] {
  return Object.entries(inputs).flatMap(([field, { file, files }]) => {
    const value = declared[field];
    if (!isPlainObject(value)) {
      return [];
    }
    const each = files === undefined ? (file === undefined ? [] : [[field, value] as const]) : Object.entries(value);
    return each.flatMap(([name, content]) =>
      isPlainObject(content) && typeof content["sha256"] === "string" ? [[name, content["sha256"]] as const] : [],
    );
  });
}

/**
 * Whether this is the old one of two copies in the state: a later creation of the same resource took the object over.
 */
export function isFormerCopy(kind: Kind, id: string, props: Values, context: Context): boolean {
  const { origin } = splitInputs(kind, props);
  return context.journal(origin)?.isTakenOver(origin, kind.name, id, memoryOf(props).birth) === true;
}
