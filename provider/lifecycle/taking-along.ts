import { HaleconnectError } from "../errors";
import { isHeld, type Along, type Kind, type Live, type MadeKind, type Values } from "../kinds";
import { writesOf } from "./admission";
import { findOwn } from "./belonging";
import { restrictTo } from "./compare";
import { splitInputs } from "./inputs";
import { MadeHere } from "./made-here";
import { fateOf, memoryOf } from "./state";
import type { Surroundings } from "./surroundings";

/**
 * Nothing is deleted of which other things would go that nobody declared here. What this stack made in it, and the engine
 * has dropped, goes before it; it is handed back, to be forgotten afterwards.
 */
export async function refuseToTakeAlong(
  kind: MadeKind,
  object: Live,
  props: Values,
  around: Surroundings,
): Promise<MadeHere> {
  const made = new MadeHere(splitInputs(kind, props).origin, around);
  const along = await goesAlong(kind, object, props, made, around);
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
  around: Surroundings,
): Promise<void> {
  const client = around.client();
  try {
    await kind.delete(client, id, fate);
  } catch (error) {
    const isHeldBack = error instanceof HaleconnectError && error.code === "HC5003";
    if (!isHeldBack || !(await takeContentsAlong(kind, id, made, around))) {
      throw error;
    }
    await kind.delete(client, id, fate);
  }
}

/** All or nothing. */
async function takeContentsAlong(
  container: MadeKind,
  id: string,
  made: MadeHere,
  around: Surroundings,
): Promise<boolean> {
  const going: { readonly kind: MadeKind; readonly id: string }[] = [];
  for (const contained of (await container.contents?.(around.client(), id)) ?? []) {
    const holding = made.find(contained);
    const kind = holding === undefined ? undefined : around.kindNamed(holding.kind);
    const object = holding === undefined || kind === undefined ? undefined : await around.living(kind).now(holding.id);
    if (kind === undefined || isHeld(kind) || object === undefined || made.fateOfObject(kind, object) !== "goes") {
      made.keepAll();
      return false;
    }
    going.push({ kind, id: object.id });
  }
  sayWhatGoesAlong(container, id, made);
  await around.client().admit(going.flatMap((it) => writesOf(it.kind, "delete", {})));
  for (const it of going) {
    await it.kind.delete(around.client(), it.id, "delete");
  }
  return going.length > 0;
}

/**
 * Before a replacement, whose old object goes last: fails where it cannot be deleted in any case. What it holds may belong
 * to other resources, and go before it; the engine asks about these only later, so it is said and not refused.
 */
export async function lookAtDeletion(kind: Kind, id: string, props: Values, around: Surroundings): Promise<void> {
  if (isHeld(kind) || fateOf(kind, props) !== "delete") {
    return;
  }
  if (kind.takesAlong !== undefined) {
    const object = await around.living(kind).now(id);
    const made = new MadeHere(splitInputs(kind, props).origin, around);
    const along = object === undefined ? undefined : await goesAlong(kind, object, props, made, around);
    if (along !== undefined) {
      console.warn(`${along.what}. ${along.why} ${along.inReplacement}`);
    }
  }
  if (kind.keepsFromDeletion !== undefined) {
    const found = findOwn(kind, id, props, await around.living(kind).glance(id), around);
    const held = found.is === "it" ? await kind.keepsFromDeletion(around.client(), id) : undefined;
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
  around: Surroundings,
): Promise<Along | undefined> {
  const declared = restrictTo(props, memoryOf(props).declared);
  return kind.takesAlong?.(around.client(), object, { declared, state: props, fateOfFile });
}
