import { isError } from "../errors";
import type { Kind, Values } from "../kinds";
import { findToWrite, seenBy } from "./objects/belonging";
import { bringTo, gone } from "./writing/converge";
import { remember } from "./remembering/holding";
import { splitInputs, type Inputs } from "./values/inputs";
import { readPath } from "./values/leaves";
import { placesInDoubt, placesToLeave } from "./remembering/places";
import { RefusedAtOnce } from "./writing/first-write";
import { PartialFailure } from "./writing/partial-failure";
import { keptBy, memoryOf, outputsOf } from "./remembering/state";
import type { Context } from "./context";
import { isWholeList, refuseToEraseUnseen } from "./writing/attach";
import { withNeverGiven } from "./remembering/never-given";
import { stateOf, withKnown } from "./remembering/untold";
import { eitherNamed, namedBy, namedUpTo, remembered, rememberedOf } from "./remembering/whole-lists";
import { withoutUnsent } from "./comparing/write-only";
import { inTurn } from "./objects/written";

/**
 * Sends what differs from the state. If the object was left half-made or half-deleted, it looks at the server first.
 */
export async function update(kind: Kind, id: string, olds: Values, news: Values, context: Context): Promise<Values> {
  const inputs = splitInputs(kind, news);
  const memory = memoryOf(olds);
  const journal = context.journal(inputs.origin);
  const isInDoubt = memory.partial === true || journal?.isInDoubt(inputs.origin, kind.name, id, memory.birth) === true;
  // Others also write to the members of a list, so what the state knows of it may be out of date.
  const actual = await actualOf(kind, id, olds, inputs, isInDoubt || isWholeList(kind), context);
  refuseToEraseUnseen(kind, olds, actual, inputs);
  const before = namedUpTo(kind, olds, memory);
  const now = namedBy(kind, inputs.declared);
  const known = { ...rememberedOf(kind, memory, before, actual, inputs), ...seenBy(context) };
  try {
    const brought = await inTurn(kind, inputs.declared, context, () =>
      bringTo(kind, id, actual, inputs, context, {
        declared: memory.declared,
        placesToLeave: placesToLeave(kind, olds, actual, inputs.declared),
      }),
    );
    const outs = outputsOf(kind, inputs, brought, { ...known, ...remembered(kind, { ...before, ...now }) });
    await remember(kind, id, outs, inputs, context);
    return outs;
  } catch (error) {
    if (isError(error, "HC6002")) {
      throw error;
    }
    if (error instanceof RefusedAtOnce) {
      throw error.refusal;
    }
    // The server may have taken part of the update.
    const files = memory.declared.filter((path) => kind.inputs[readPath(path)[0] ?? ""]?.files !== undefined);
    const places = placesInDoubt(kind, olds, inputs.declared);
    const outs = outputsOf(
      kind,
      withoutUnsent(kind, inputs, memory.declared),
      actual,
      { ...known, ...remembered(kind, eitherNamed(before, now)), ...places, partial: true },
      files,
    );
    throw new PartialFailure(id, kind.name, news, outs, error);
  }
}

/**
 * Returns the values to compare with: those of the state, or those of the server if the state is in doubt. In both
 * cases it looks at the object first, so that no write reaches another object that has the same id now.
 */
async function actualOf(
  kind: Kind,
  id: string,
  olds: Values,
  { declared }: Inputs,
  isInDoubt: boolean,
  context: Context,
): Promise<Values> {
  const objects = context.objects(kind);
  const object = await (isInDoubt ? objects.now(id, Object.keys(declared)) : objects.glance(id));
  const found = await findToWrite(kind, id, olds, object, context, Object.keys(declared));
  if (found.is !== "it") {
    throw gone(kind, id);
  }
  const known = stateOf(kind, olds, declared);
  return isInDoubt
    ? withNeverGiven(kind, withKnown(kind, { ...found.object.values, ...keptBy(kind, olds) }, known), olds, context)
    : serverValues(kind, known);
}

function serverValues(kind: Kind, outputs: Values): Values {
  const names = [...Object.keys(kind.inputs), ...Object.keys(kind.outputs)];
  return Object.fromEntries(names.map((name) => [name, outputs[name]]));
}
