import assert from "node:assert/strict";
import { isAttached, type Kind, type Live, type Values } from "../../provider/kinds";
import { differences, formerOf } from "../../provider/lifecycle/comparing/compare";
import { measureFiles } from "../../provider/lifecycle/checking/contents";
import type { Stage } from "../support/stage";
import { createClientOf } from "./client-of";
import type { Trial } from "./row";

/** The object as the server has it, asked for without the provider's process. */
export async function onServer(kind: Kind, stage: Stage, id: string): Promise<Live | undefined> {
  const object = await kind.get(stage.outOfBand, id);
  if (object === undefined) {
    return undefined;
  }
  const parts = await Promise.all((kind.parts ?? []).map((part) => part.get(stage.outOfBand, id)));
  return { id, values: Object.assign({}, object.values, ...parts) as Values };
}

/** Changes an object as somebody does who works without Pulumi. */
export async function editByHand(kind: Kind, stage: Stage, id: string, declared: Values, changes: Values) {
  const object = await onServer(kind, stage, id);
  assert.ok(object !== undefined, `${kind.name} ${id} is not there`);
  const { inputs } = await measureFiles(kind, changes, () => false);
  const values = kind.seenFor?.(object.values, declared) ?? object.values;
  const place = kind.place?.field ?? "";
  const known = {
    actual: { ...values, ...keptOf(kind, declared) },
    declared: { ...declared, ...inputs },
    placesToLeave: inputs[place] === undefined ? [] : [declared[place] as string],
  };
  await kind.update(stage.outOfBand, id, inputs, known);
}

/** Fails when the server does not have what is declared. */
export async function expectAsDeclared(kind: Kind, stage: Stage, id: string, declared: Values): Promise<void> {
  const object = await onServer(kind, stage, id);
  assert.ok(object !== undefined, `${kind.name} ${id} is not there`);
  const { inputs } = await measureFiles(kind, declared, () => false);
  const found = differences(kind, { ...object.values, ...keptOf(kind, inputs) }, inputs);
  assert.deepEqual(found, [], `${kind.name} ${id} is not as it was declared`);
}

/** What is there under the key: the ids of the objects, or the former values of what exists with its owner. */
export async function underTheKey({ kind, stage, declarations: { full } }: Trial): Promise<unknown> {
  const key = kind.identity.keyOf(full);
  if (isAttached(kind)) {
    return formerOf(kind, (await onServer(kind, stage, key))?.values ?? {}, full);
  }
  const client = createClientOf(stage);
  try {
    const { items } = await kind.list(client, kind.scopeOf?.(key));
    return items.filter(({ values }) => kind.identity.keyOf(values) === key).map(({ id }) => id);
  } finally {
    client.close();
  }
}

/** What only the state knows. */
function keptOf(kind: Kind, declared: Values): Values {
  const names = Object.keys(kind.inputs).filter(
    (name) => kind.inputs[name]?.mark === "local" || kind.inputs[name]?.kept === true,
  );
  return Object.fromEntries(names.map((name) => [name, declared[name]]));
}
