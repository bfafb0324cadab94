import { HaleconnectError, isError } from "../../errors";
import type { Along, Kind, Live, MadeKind, Values } from "../../kinds";
import { isAttached } from "../../kinds/kind";
import { writesOf } from "./admission";
import { findOwn } from "../objects/belonging";
import { restrictTo } from "../comparing/compare";
import { splitInputs } from "../values/inputs";
import { FirstWrite } from "./first-write";
import { MadeHere } from "../objects/made-here";
import { fateOf, memoryOf } from "../remembering/state";
import type { Context } from "../context";

/**
 * Refuses a deletion that would also delete things that this stack does not own. Things inside that this stack made,
 * and that the engine has forgotten, may go too. They are returned, so that the journal forgets them afterwards.
 */
export async function refuseToTakeAlong(
  kind: MadeKind,
  object: Live,
  props: Values,
  context: Context,
): Promise<MadeHere> {
  const made = new MadeHere(splitInputs(kind, props).origin, context);
  const along = await goesAlong(kind, object, props, made, context);
  if (along !== undefined) {
    const { what, why, remedy } = along;
    throw new HaleconnectError("HC5003", { what: `${what}, so the provider does not delete it`, why, remedy });
  }
  sayWhatGoesAlong(kind, object.id, made);
  return made;
}

function sayWhatGoesAlong(kind: Kind, id: string, made: MadeHere): void {
  if (made.inWords.length > 0) {
    console.warn(
      `Together with ${kind.name} ${id}, the provider deletes objects in it that this stack made and then forgot (\`deletedWith\`, \`pulumi state delete\`): ${made.inWords.join(", ")}.`,
    );
  }
}

/** Deletes the object. If the kind refuses because of its contents, it first deletes those that this stack made. */
export async function deleteWithContents(
  kind: MadeKind,
  id: string,
  props: Values,
  fate: "delete" | "deactivate",
  made: MadeHere,
  context: Context,
): Promise<void> {
  const first = new FirstWrite(context.client());
  try {
    await kind.delete(first.client, id, fate, props);
  } catch (error) {
    if (!isError(error, "HC5003") || !(await takeContentsAlong(kind, id, made, context))) {
      throw first.about(error);
    }
    await kind.delete(context.client(), id, fate, props);
  }
}

/** Deletes all contents, or none if one of them has to stay. */
async function takeContentsAlong(container: MadeKind, id: string, made: MadeHere, context: Context): Promise<boolean> {
  const going: { readonly kind: MadeKind; readonly id: string }[] = [];
  for (const contained of (await container.contents?.(context.client(), id)) ?? []) {
    const holding = made.find(contained);
    const kind = holding === undefined ? undefined : context.kindNamed(holding.kind);
    const object =
      holding === undefined || kind === undefined ? undefined : await context.objects(kind).now(holding.id);
    if (kind === undefined || isAttached(kind) || object === undefined || made.fateOfObject(kind, object) !== "goes") {
      made.keepAll();
      return false;
    }
    going.push({ kind, id: object.id });
  }
  sayWhatGoesAlong(container, id, made);
  await context.client().admit(going.flatMap((it) => writesOf(it.kind, "delete", {})));
  for (const it of going) {
    await it.kind.delete(context.client(), it.id, "delete");
  }
  return going.length > 0;
}

/**
 * Looks, before a replacement, at the deletion of the old object. Fails if nobody can ever delete it. Its contents may
 * belong to resources that go first, and the engine asks about these only later. So about contents it only warns.
 */
export async function lookAtDeletion(kind: Kind, id: string, props: Values, context: Context): Promise<void> {
  if (isAttached(kind) || fateOf(kind, props) !== "delete") {
    return;
  }
  if (kind.takesAlong !== undefined) {
    const object = await context.objects(kind).now(id);
    const made = new MadeHere(splitInputs(kind, props).origin, context);
    const along = object === undefined ? undefined : await goesAlong(kind, object, props, made, context);
    if (along !== undefined) {
      console.warn(`${along.what}. ${along.why} ${along.inReplacement}`);
    }
  }
  if (kind.keepsFromDeletion !== undefined) {
    const found = await findOwn(kind, id, props, await context.objects(kind).glance(id), context);
    const held = found.is === "it" ? await kind.keepsFromDeletion(context.client(), id) : undefined;
    if (held !== undefined) {
      console.warn(
        `Replacing ${kind.name} ${id} deletes the old one. ${held} If the same run does not replace or delete all of that, the deletion fails at the end of the run (HC5003). Remove or move the rest first, or declare \`onDestroy: "retain"\` in a run before this one.`,
      );
    }
  }
}

async function goesAlong(
  kind: MadeKind,
  object: Live,
  props: Values,
  { fateOfFile }: MadeHere,
  context: Context,
): Promise<Along | undefined> {
  const declared = restrictTo(props, memoryOf(props).declared);
  return kind.takesAlong?.(context.client(), object, { declared, state: props, fateOfFile });
}
