import { createHash } from "node:crypto";
import { isAttached, type Kind, type Values } from "../../kinds";
import { isEmpty, restrictTo } from "../comparing/compare";
import { isPlainObject, splitInputs, type Inputs } from "../values/inputs";
import type { Holding } from "./journal";
import { fateOf, memoryOf } from "./state";
import type { Context } from "../context";

/** Of one creation, so that the state of a former one of the same object is told from it. */
export function newBirth(context: Context): string {
  return context.unique().slice(0, 8);
}

/** Remembers what the resource has since it was written. */
export async function remember(
  kind: Kind,
  id: string,
  outputs: Values,
  inputs: Inputs,
  context: Context,
): Promise<void> {
  await context.journal(inputs.origin)?.hold(holdingOf(kind, id, outputs, inputs, context));
}

/**
 * Remembers what the state has, as a call from the engine has just shown it, also in a preview. Nothing waits for it,
 * unless it is to stay: the engine says that to nobody when it forgets the resource.
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

/** Of a former copy too: when that one goes, it tells what the new one takes over. */
export function madeAccordingTo(known: Holding | undefined, id: string): Pick<Holding, "made"> {
  return known?.id === id && known.made !== undefined ? { made: known.made } : {};
}

/** What tells later whether an object is still the one that this stack made, and may go with what holds it. */
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

/** Ids are given to other objects by a server that was restored; what an answer does not tell proves nothing. */
export function isSame({ stamp = {} }: Pick<Holding, "stamp">, values: Values): boolean {
  const told = Object.entries(stamp);
  return told.length > 0 && told.every(([field, value]) => values[field] === value);
}

/** The checksum itself would tell who has the file that it is there. */
export function fingerprint(origin: string, name: string, sha256: string): string {
  return createHash("sha256")
    .update(JSON.stringify([origin, name, sha256]))
    .digest("hex")
    .slice(0, 16);
}

/** Of the declared files, each by its name, or by its field where there is one only. */
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

/** Whether a later creation of the same resource took the object over: of two copies in the state this is the former one. */
export function isFormerCopy(kind: Kind, id: string, props: Values, context: Context): boolean {
  const { origin } = splitInputs(kind, props);
  return context.journal(origin)?.isTakenOver(origin, kind.name, id, memoryOf(props).birth) === true;
}
