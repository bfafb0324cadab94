import type { AttachedKind, Kind, MadeKind, Values } from "../kinds";
import { isAttached } from "../kinds/kind";
import { writesOf } from "./writing/admission";
import { refuseLackingDeletion } from "./checking/server-lacks";
import { findOwn, findToWrite } from "./objects/belonging";
import { changesOf, differences } from "./comparing/compare";
import { holdAsBefore, isFormerCopy } from "./remembering/holding";
import { splitInputs } from "./values/inputs";
import { quotedName } from "./values/origin";
import { fateOf, keptBy, memoryOf } from "./remembering/state";
import type { Context } from "./context";
import { RefusedAtOnce } from "./writing/first-write";
import { deleteWithContents, refuseToTakeAlong } from "./writing/taking-along";
import { withKnown } from "./remembering/untold";
import { givenBack, namedUpTo } from "./remembering/whole-lists";
import { inTurn, wasDeleted, wasWritten } from "./objects/written";

/**
 * Deletes an object that this stack created and leaves one that it adopted, unless `onDestroy` says otherwise
 * (docs/decisions.md#deletion-is-declared). The journal records the deletion first: after a kill in between, the state
 * still shows the object, and diff() looks at the server.
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
  await refuseLackingDeletion(kind, context);
  await context.client().admit(writesOf(kind, "delete", {}));
  const objects = context.objects(kind);
  const seen = await (kind.takesAlong === undefined ? objects.glance(id) : objects.now(id));
  // One answer may lack the object. If that counted as gone, the object would stay on the server without a resource.
  const object = seen ?? (await objects.now(id));
  const found = await findToWrite(kind, id, props, object, context);
  if (found.is === "it") {
    const made = await refuseToTakeAlong(kind, found.object, props, context);
    if (fate === "delete") {
      sayLoss(kind, id, props, context);
    }
    const journal = context.journal(origin);
    const held = journal?.holdingOf(origin, kind.name);
    await journal?.recordDeletion({ kind: kind.name, origin, id });
    try {
      await inTurn(kind, declared, context, () => deleteWithContents(kind, id, props, fate, made, context));
    } catch (error) {
      if (error instanceof RefusedAtOnce) {
        await holdAsBefore(kind, origin, held, context);
        throw error.refusal;
      }
      throw error;
    }
    wasDeleted(kind, id, context);
    await made.forget();
  }
}

/** Warns once of the same loss. */
function sayLoss(kind: Kind, id: string, props: Values, { said }: Context): void {
  const loss = kind.lossOnDeletion?.(props);
  if (loss !== undefined && said.isFirst(`deletion of ${kind.name}: ${loss}`)) {
    console.warn(`The provider deletes ${kind.name} ${id}. ${loss}`);
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

/** Warns that the object stays, because Pulumi reports it as deleted. */
function sayThatItStays(kind: Kind, id: string, props: Values): void {
  const why = splitInputs(kind, props).policies.onDestroy === "retain" ? '`onDestroy` is `"retain"`' : "it was adopted";
  console.warn(`${kind.name} ${id} stays on the server, because ${why}. Only the stack forgets it.`);
}

/**
 * Keeps an object whose new copy in the state took it over: a forced replacement creates before it deletes, and the
 * deletion is then called with the old copy. Only the old copy shows whether this stack made the object.
 */
async function stays(kind: Kind, id: string, props: Values, context: Context): Promise<void> {
  const { origin } = splitInputs(kind, props);
  const journal = context.journal(origin);
  const holding = journal?.holdingOf(origin, kind.name);
  console.warn(
    `${kind.name} ${id} stays as it is: resource ${quotedName(origin)} took it over. A forced replacement creates before it deletes, and the creation found this object. To get a new one, set Pulumi's option \`deleteBeforeReplace: true\`.`,
  );
  if (holding?.birth !== undefined && !isAttached(kind) && fateOf(kind, props, holding) !== "retain") {
    const { home: _home, birth, ...known } = holding;
    await journal?.hold({ ...known, birth, made: birth });
  }
}

/**
 * The engine deletes last. By then another resource may have the object, for instance the same one under a new name.
 */
function isTakenOver(kind: Kind, id: string, origin: string, { program }: Context): boolean {
  const holder = program.holderBesides(kind.name, id, origin);
  if (holder !== undefined) {
    console.warn(`${kind.name} ${id} stays as it is: it now belongs to resource ${quotedName(holder)}.`);
  }
  return holder !== undefined;
}

/** By then another resource may also decide what this one decided. */
function isHandedOver(kind: Kind, id: string, declared: Values, origin: string, { program }: Context): boolean {
  return (kind.handsOver?.(declared, id) ?? []).some((it) => program.isDecidedBesides(origin, it));
}

/**
 * Restores the former values of the declared fields. From a list it removes only the members that the resource added.
 * Doing so twice does no harm, so the journal records nothing.
 */
async function restore(kind: AttachedKind, id: string, props: Values, context: Context): Promise<void> {
  const memory = memoryOf(props);
  const { former = {} } = memory;
  await context.client().admit(writesOf(kind, "delete", {}));
  const found = await findOwn(kind, id, props, await context.objects(kind).now(id, Object.keys(former)), context);
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
