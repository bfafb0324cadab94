import { isHeld, type HeldKind, type Kind, type MadeKind, type Values } from "../kinds";
import { writesOf } from "./admission";
import { findOwn, findToWrite } from "./belonging";
import { changesOf, differences } from "./compare";
import { quoteOrigin } from "./existing";
import { isFormerCopy } from "./holding";
import { splitInputs } from "./inputs";
import { fateOf, keptBy, memoryOf } from "./state";
import type { Surroundings } from "./surroundings";
import { deleteWithContents, refuseToTakeAlong } from "./taking-along";
import { withKnown } from "./untold";
import { givenBack, namedUpTo } from "./whole-lists";
import { inTurn, wasDeleted, wasWritten } from "./written";

/**
 * Deletes what was created here and leaves what was adopted, unless `onDestroy` says otherwise
 * (docs/decisions.md#deletion-is-declared). The intent is recorded first: when the run is killed in between, the state
 * still shows the object, and diff() has to look.
 */
export async function remove(kind: Kind, id: string, props: Values, around: Surroundings): Promise<void> {
  const { origin, declared } = splitInputs(kind, props);
  const journal = around.journal(origin);
  if (isFormerCopy(kind, id, props, around)) {
    await stays(kind, id, props, around);
    return;
  }
  void journal?.settle(origin, kind.name, id, memoryOf(props).birth);
  around.claims.letGo(kind.name, id, origin);
  if (isTakenOver(kind, id, origin, around)) {
    return;
  }
  if (isHeld(kind)) {
    await letGo(kind, id, props, around);
    return;
  }
  if (isHandedOver(kind, id, declared, origin, around)) {
    return;
  }
  const fate = fateOf(kind, props, journal?.holdingOf(origin, kind.name));
  if (fate === "delete" || fate === "deactivate") {
    await deleteOwn(kind, id, props, fate, around);
    return;
  }
  sayThatItStays(kind, id, props);
  await journal?.forget(origin, kind.name);
}

async function deleteOwn(
  kind: MadeKind,
  id: string,
  props: Values,
  fate: "delete" | "deactivate",
  around: Surroundings,
): Promise<void> {
  const { origin, declared } = splitInputs(kind, props);
  await around.client().admit(writesOf(kind, "delete", {}));
  const living = around.living(kind);
  const seen = await (kind.takesAlong === undefined ? living.glance(id) : living.now(id));
  // One answer may lack what shows it; what is gone only by that would stay, and nobody would know of it.
  const object = seen ?? (await living.now(id));
  const found = await findToWrite(kind, id, props, object, around);
  if (found.is === "it") {
    const made = await refuseToTakeAlong(kind, found.object, props, around);
    if (fate === "delete") {
      sayLoss(kind, id, props, around);
    }
    await around.journal(origin)?.recordDeletion({ kind: kind.name, origin, id });
    await inTurn(kind, declared, around, () => deleteWithContents(kind, id, fate, made, around));
    wasDeleted(kind, id, around);
    await made.forget();
  }
}

/** Of many that lose the same it is said once. */
function sayLoss(kind: Kind, id: string, props: Values, { announced }: Surroundings): void {
  const loss = kind.lossOnDeletion?.(props);
  if (loss !== undefined && announced.isFirst(`deletion of ${kind.name}: ${loss}`)) {
    console.warn(`${kind.name} ${id} is deleted. ${loss}`);
  }
}

async function letGo(kind: HeldKind, id: string, props: Values, around: Surroundings): Promise<void> {
  const { policies, origin, declared } = splitInputs(kind, props);
  if (policies.onDestroy === "retain") {
    sayThatItStays(kind, id, props);
  } else {
    await inTurn(kind, declared, around, () => restore(kind, id, props, around));
  }
  await around.journal(origin)?.forget(origin, kind.name);
}

/** What Pulumi calls deleted. */
function sayThatItStays(kind: Kind, id: string, props: Values): void {
  const why =
    splitInputs(kind, props).policies.onDestroy === "retain" ? '`onDestroy: "retain"` says so' : "it was adopted";
  console.warn(`${kind.name} ${id} stays on the server: ${why}. Only the stack forgets it.`);
}

/**
 * A replacement that the engine forces creates first; where the object was there, that creation took it over, and the
 * deletion comes for the former copy of the state. That one tells whether the object was made here.
 */
async function stays(kind: Kind, id: string, props: Values, around: Surroundings): Promise<void> {
  const { origin } = splitInputs(kind, props);
  const journal = around.journal(origin);
  const holding = journal?.holdingOf(origin, kind.name);
  console.warn(
    `${kind.name} ${id} stays as it is: ${quoteOrigin(origin)} took it over when it was created anew, which a forced replacement does first. With Pulumi's option \`deleteBeforeReplace: true\` it is deleted first and made anew.`,
  );
  if (holding?.birth !== undefined && !isHeld(kind) && fateOf(kind, props, holding) !== "retain") {
    const { home: _home, birth, ...known } = holding;
    await journal?.hold({ ...known, birth, made: birth });
  }
}

/** The engine deletes last: by then another resource of the program may have the object, one of a new name for instance. */
function isTakenOver(kind: Kind, id: string, origin: string, { claims }: Surroundings): boolean {
  const holder = claims.heldBesides(kind.name, id, origin);
  if (holder !== undefined) {
    console.warn(`${kind.name} ${id} stays as it is: it is that of ${quoteOrigin(holder)} now.`);
  }
  return holder !== undefined;
}

/** By then another resource of the program may also have taken over what this one decided. */
function isHandedOver(kind: Kind, id: string, declared: Values, origin: string, { decisions }: Surroundings): boolean {
  return (kind.handsOver?.(declared, id) ?? []).some((it) => decisions.isDecidedBesides(origin, it));
}

/**
 * Gives what was declared its former values back, and takes away of a list only what it gave. Doing so twice does no
 * harm, so nothing is recorded.
 */
async function restore(kind: HeldKind, id: string, props: Values, around: Surroundings): Promise<void> {
  const memory = memoryOf(props);
  const { former = {} } = memory;
  await around.client().admit(writesOf(kind, "delete", {}));
  const found = findOwn(kind, id, props, await around.living(kind).now(id, Object.keys(former)), around);
  if (found.is !== "it") {
    return;
  }
  const actual = withKnown(kind, { ...found.object.values, ...keptBy(kind, props) }, props);
  const { origin } = splitInputs(kind, props);
  const before = { former, named: namedUpTo(kind, props, memory) };
  const wanted = givenBack(kind, id, before, actual, (handover) => around.decisions.isDecidedBesides(origin, handover));
  const differing = differences(kind, actual, wanted);
  if (differing.length > 0) {
    const known = { actual, declared: wanted };
    const updated = await kind.update(around.client(), id, changesOf(kind, differing, wanted), known);
    wasWritten(kind, { id, values: { ...actual, ...updated } }, around);
  }
}
