import { isAttached, type Kind, type Values } from "../kinds";
import type { Created } from "./writing/converge";
import { Creation } from "./writing/creation";
import { splitInputs, type Inputs } from "./values/inputs";
import { keyOf } from "./comparing/key";
import { fateOf } from "./remembering/state";
import type { Context } from "./context";
import { attach } from "./writing/attach";
import { inTurn } from "./objects/written";

/** Brings the declared object into being, in the way that its identity asks for. */
export async function create(kind: Kind, raw: Values, context: Context): Promise<Created> {
  const inputs = splitInputs(kind, raw);
  const work = (): Promise<Created> =>
    isAttached(kind) ? attach(kind, raw, inputs, context) : new Creation(kind, raw, inputs, context).run();
  const object = `${kind.name} ${keyOf(kind, inputs.declared)}`;
  const created = await context.oneAtATime(object, () => inTurn(kind, inputs.declared, context, work));
  sayWhatDeletionLoses(kind, created, inputs, context);
  return created;
}

/**
 * Pulumi asks no provider in a preview of a deletion, so what cannot be undone is said when the object is made: once in a
 * run for all of a kind, and not of what does not go with its resource.
 */
function sayWhatDeletionLoses(kind: Kind, { id, outs }: Created, inputs: Inputs, context: Context): void {
  const { origin, options, declared } = inputs;
  const fate = fateOf(kind, outs, context.journal(origin)?.holdingOf(origin, kind.name));
  const isKept = options.includes("protect") || options.includes("retainOnDelete");
  if (kind.lossOnDeletion === undefined || fate !== "delete" || isKept) {
    return;
  }
  if (context.said.isFirst(`what the deletion of ${kind.name} loses`)) {
    console.warn(
      `${kind.name} ${id} was made. Deleting it is for ever, and no preview of a deletion can say so: ${kind.lossOnDeletion(declared)} Pulumi's option \`protect: true\` keeps a resource from being deleted. This is said once in a run, of all that is of this kind.`,
    );
  }
}
