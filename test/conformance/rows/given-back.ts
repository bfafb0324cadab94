import assert from "node:assert/strict";
import { isAttached, type AttachedKind, type Values } from "../../../provider/kinds";
import { formerOf } from "../../../provider/lifecycle/comparing/compare";
import { fieldsWith, idOf, type Row } from "../row";
import { expectAsDeclared, onServer } from "../server";

export const givenBack: Row = {
  name: "given back",
  meaning:
    "`destroy` restores an object that exists with its owner to its former values. It does not put back a member of a whole list whom a declaration has removed.",
  run: async (trial) => {
    const { kind, specimen, stage, declarations, resource, nextRun } = trial;
    const { full, other } = declarations;
    if (!isAttached(kind)) {
      return { doesNotApply: "the stack creates and deletes it" };
    }
    const id = kind.identity.keyOf(full);
    const before = formerOf(kind, (await onServer(kind, stage, id))?.values ?? {}, full);
    await resource.up(await nextRun(), full);
    assert.equal(idOf(trial), id);
    await resource.destroy(await nextRun());
    await expectAsDeclared(kind, stage, id, before);

    await resource.up(await nextRun(), full);
    const mutable = fieldsWith(specimen, "mutable").map((name) => [name, other[name]] as const);
    const changed: Values = { ...full, ...Object.fromEntries(mutable) };
    await resource.up(await nextRun(), changed);
    await resource.destroy(await nextRun());
    const seen = formerOf(kind, (await onServer(kind, stage, id))?.values ?? {}, full);
    assert.deepEqual(seen, { ...before, ...stillNamed(kind, before, changed) }, "It is not as it was before");
    return "holds";
  },
};

/** Of each list that was there before, those whom the declaration left on it. */
function stillNamed(kind: AttachedKind, before: Values, declared: Values): Values {
  const lists = Object.entries(kind.identity.lists ?? {}).filter(([field]) => Array.isArray(before[field]));
  return Object.fromEntries(
    lists.map(([field, { keyOf }]) => {
      const named = (declared[field] as readonly unknown[]).map(keyOf);
      return [field, (before[field] as readonly unknown[]).filter((member) => named.includes(keyOf(member)))];
    }),
  );
}
