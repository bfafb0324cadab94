import { isAttached, type AttachedKind, type Kind, type MadeKind, type Values } from "../kinds";
import { writesOf } from "./writing/admission";
import { findOwn, findToWrite } from "./objects/belonging";
import { changesOf, differences } from "./comparing/compare";
import { isFormerCopy } from "./remembering/holding";
import { splitInputs } from "./values/inputs";
import { quotedName } from "./values/origin";
import { fateOf, keptBy, memoryOf } from "./remembering/state";
import type { Context } from "./context";
import { deleteWithContents, refuseToTakeAlong } from "./writing/taking-along";
import { withKnown } from "./remembering/untold";
import { givenBack, namedUpTo } from "./remembering/whole-lists";
import { inTurn, wasDeleted, wasWritten } from "./objects/written";

/**
 * Deletes what was created here and leaves what was adopted, unless `onDestroy` says otherwise
 * (docs/decisions.md#deletion-is-declared). The intent is recorded first: when the run is killed in between, the state
 * still shows the object, and diff() has to look.
 */
export async function remove(kind: Kind, id: string, props: Values, context: Context): Promise<void> {
  const { origin, declared } = splitInputs(kind, props);
  const journal = context.journal(origin);
  if (isFormerCopy(kind, id, props, context)) {
    await stays(kind, id, props, context);
    return;
  }
  void journal?.settle(origin, kind.name, id, memoryOf(props).birth);
  context.program.recordRelease(kind, id, origin);
  if (isTakenOver(kind, id, origin, context)) {
    return;
  }
  if (isAttached(kind)) {
    await letGo(kind, id, props, context);
    return;
  }
  if (isHandedOver(kind, id, declared, origin, context)) {
    return;
  }
  const fate = fateOf(kind, props, journal?.holdingOf(origin, kind.name));
  if (fate === "delete" || fate === "deactivate") {
    await deleteOwn(kind, id, props, fate, context);
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
  context: Context,
): Promise<void> {
  const { origin, declared } = splitInputs(kind, props);
  await context.client().admit(writesOf(kind, "delete", {}));
  const objects = context.objects(kind);
  const seen = await (kind.takesAlong === undefined ? objects.glance(id) : objects.now(id));
  // One answer may lack what shows it; what is gone only by that would stay, and nobody would know of it.
  const object = seen ?? (await objects.now(id));
  const found = await findToWrite(kind, id, props, object, context);
  if (found.is === "it") {
    const made = await refuseToTakeAlong(kind, found.object, props, context);
    if (fate === "delete") {
      sayLoss(kind, id, props, context);
    }
    await context.journal(origin)?.recordDeletion({ kind: kind.name, origin, id });
    await inTurn(kind, declared, context, () => deleteWithContents(kind, id, fate, made, context));
    wasDeleted(kind, id, context);
    await made.forget();
  }
}

/** Of many that lose the same it is said once. */
function sayLoss(kind: Kind, id: string, props: Values, { said }: Context): void {
  const loss = kind.lossOnDeletion?.(props);
  if (loss !== undefined && said.isFirst(`deletion of ${kind.name}: ${loss}`)) {
    console.warn(`${kind.name} ${id} is deleted. ${loss}`);
  }
}

async function letGo(kind: AttachedKind, id: string, props: Values, context: Context): Promise<void> {
  const { policies, origin, declared } = splitInputs(kind, props);
  if (policies.onDestroy === "retain") {
    sayThatItStays(kind, id, props);
  } else {
    await inTurn(kind, declared, context, () => restore(kind, id, props, context));
  }
  await context.journal(origin)?.forget(origin, kind.name);
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
async function stays(kind: Kind, id: string, props: Values, context: Context): Promise<void> {
  const { origin } = splitInputs(kind, props);
  const journal = context.journal(origin);
  const holding = journal?.holdingOf(origin, kind.name);
  console.warn(
    `${kind.name} ${id} stays as it is: resource ${quotedName(origin)} took it over when it was created anew, which a forced replacement does first. With Pulumi's option \`deleteBeforeReplace: true\` it is deleted first and made anew.`,
  );
  if (holding?.birth !== undefined && !isAttached(kind) && fateOf(kind, props, holding) !== "retain") {
    const { home: _home, birth, ...known } = holding;
    await journal?.hold({ ...known, birth, made: birth });
  }
}

/** The engine deletes last: by then another resource of the program may have the object, one of a new name for instance. */
function isTakenOver(kind: Kind, id: string, origin: string, { program }: Context): boolean {
  const holder = program.holderBesides(kind.name, id, origin);
  if (holder !== undefined) {
    console.warn(`${kind.name} ${id} stays as it is: it is that of resource ${quotedName(holder)} now.`);
  }
  return holder !== undefined;
}

/** By then another resource of the program may also have taken over what this one decided. */
function isHandedOver(kind: Kind, id: string, declared: Values, origin: string, { program }: Context): boolean {
  return (kind.handsOver?.(declared, id) ?? []).some((it) => program.isDecidedBesides(origin, it));
}

/**
 * Gives what was declared its former values back, and takes away of a list only what it gave. Doing so twice does no
 * harm, so nothing is recorded.
 */
async function restore(kind: AttachedKind, id: string, props: Values, context: Context): Promise<void> {
  const memory = memoryOf(props);
  const { former = {} } = memory;
  await context.client().admit(writesOf(kind, "delete", {}));
  const found = findOwn(kind, id, props, await context.objects(kind).now(id, Object.keys(former)), context);
  if (found.is !== "it") {
    return;
  }
  const actual = withKnown(kind, { ...found.object.values, ...keptBy(kind, props) }, props);
  const { origin } = splitInputs(kind, props);
  const before = { former, named: namedUpTo(kind, props, memory) };
  const wanted = givenBack(kind, id, before, actual, (handover) => context.program.isDecidedBesides(origin, handover));
  const differing = differences(kind, actual, wanted);
  if (differing.length > 0) {
    const known = { actual, declared: wanted };
    const updated = await kind.update(context.client(), id, changesOf(kind, differing, wanted), known);
    wasWritten(kind, { id, values: { ...actual, ...updated } }, context);
  }
}
