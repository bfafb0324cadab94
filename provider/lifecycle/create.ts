import type { Kind, Values } from "../kinds";
import { isAttached } from "../kinds/kind";
import type { Created } from "./writing/converge";
import { Creation } from "./writing/creation";
import { splitInputs, type Inputs } from "./values/inputs";
import { keyOf } from "./comparing/key";
import { fateOf } from "./remembering/state";
import { sayLackingDeletion } from "./checking/server-lacks";
import type { Context } from "./context";
import { attach } from "./writing/attach";
import { inTurn } from "./objects/written";

/** Attaches an object that exists with its owner; creates or adopts any other. */
export async function create(kind: Kind, raw: Values, context: Context): Promise<Created> {
  const inputs = splitInputs(kind, raw);
  const work = (): Promise<Created> =>
    isAttached(kind) ? attach(kind, raw, inputs, context) : new Creation(kind, raw, inputs, context).run();
  const object = `${kind.name} ${keyOf(kind, inputs.declared)}`;
  const created = await context.oneAtATime(object, () => inTurn(kind, inputs.declared, context, work));
  await sayWhatDeletionLoses(kind, created, inputs, context);
  return created;
}

/**
 * Warns at the creation what a later deletion loses, because Pulumi asks no provider when it previews a deletion. The
 * warning comes once in a run for each kind, and only if deleting the resource deletes its object.
 */
async function sayWhatDeletionLoses(
  kind: Kind,
  { id, outs }: Created,
  inputs: Inputs,
  context: Context,
): Promise<void> {
  const { origin, options, declared } = inputs;
  const fate = fateOf(kind, outs, context.journal(origin)?.holdingOf(origin, kind.name));
  const isKept = options.includes("protect") || options.includes("retainOnDelete");
  if (fate === "delete" && !options.includes("retainOnDelete")) {
    await sayLackingDeletion(kind, context);
  }
  if (kind.lossOnDeletion === undefined || fate !== "delete" || isKept) {
    return;
  }
  if (context.said.isFirst(`what the deletion of ${kind.name} loses`)) {
    console.warn(
      `${kind.name} ${id} was created. Its deletion cannot be undone, and the preview of a deletion cannot warn you. ${kind.lossOnDeletion(declared)} Pulumi's option \`protect: true\` prevents the deletion of a resource. This warning appears once in a run for each kind.`,
    );
  }
}
