import { HaleconnectError, isError } from "../../errors";
import { isAttached, type Along, type Kind, type Live, type MadeKind, type Values } from "../../kinds";
import { writesOf } from "./admission";
import { findOwn } from "../objects/belonging";
import { restrictTo } from "../comparing/compare";
import { splitInputs } from "../values/inputs";
import { MadeHere } from "../objects/made-here";
import { fateOf, memoryOf } from "../remembering/state";
import type { Context } from "../context";

/**
 * Nothing is deleted of which other things would go that nobody declared here. What this stack made in it, and the engine
 * has dropped, goes before it; it is handed back, to be forgotten afterwards.
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
    throw new HaleconnectError("HC5003", { what: `${what}, so it is not deleted`, why, remedy });
  }
  sayWhatGoesAlong(kind, object.id, made);
  return made;
}

function sayWhatGoesAlong(kind: Kind, id: string, made: MadeHere): void {
  if (made.inWords.length > 0) {
    console.warn(
      `${kind.name} ${id} is deleted with what this stack made in it, and forgot (\`deletedWith\`, \`pulumi state delete\`): ${made.inWords.join(", ")}.`,
    );
  }
}

/** Where the platform deletes nothing along, what this stack made in it goes before it; the kind says what stands in the way. */
export async function deleteWithContents(
  kind: MadeKind,
  id: string,
  fate: "delete" | "deactivate",
  made: MadeHere,
  context: Context,
): Promise<void> {
  const client = context.client();
  try {
    await kind.delete(client, id, fate);
  } catch (error) {
    if (!isError(error, "HC5003") || !(await takeContentsAlong(kind, id, made, context))) {
      throw error;
    }
    await kind.delete(client, id, fate);
  }
}

/** All or nothing. */
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
 * Before a replacement, whose old object goes last: fails where it cannot be deleted in any case. What it holds may belong
 * to other resources, and go before it; the engine asks about these only later, so it is said and not refused.
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
    const found = findOwn(kind, id, props, await context.objects(kind).glance(id), context);
    const held = found.is === "it" ? await kind.keepsFromDeletion(context.client(), id) : undefined;
    if (held !== undefined) {
      console.warn(
        `Replacing ${kind.name} ${id} deletes the one that is there. ${held} What of that is not replaced or deleted in the same run keeps it from being deleted (HC5003), when all else is done: remove or move it first, or declare \`onDestroy: "retain"\` in a run before this one.`,
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
