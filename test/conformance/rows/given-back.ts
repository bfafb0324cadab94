import assert from "node:assert/strict";
import { isHeld, type Values } from "../../../provider/kinds";
import { formerOf } from "../../../provider/lifecycle/compare";
import { fieldsWith, idOf, type Row } from "../row";
import { expectAsDeclared, onServer } from "../server";

export const givenBack: Row = {
  name: "given back",
  meaning:
    "What exists with its owner is, when the stack goes, as it was before; nobody is back on a whole list who was taken off it by a declaration.",
  run: async (trial) => {
    const { kind, specimen, stage, declarations, resource, nextRun } = trial;
    const { full, other } = declarations;
    if (!isHeld(kind)) {
      return { doesNotApply: "it is made and deleted" };
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
    const whole = kind.identity.givenBack;
    const seen = formerOf(kind, (await onServer(kind, stage, id))?.values ?? {}, full);
    const expected = whole?.(before, formerOf(kind, changed, full), () => false) ?? before;
    assert.deepEqual(seen, expected, "It is not as it was before");
    return "holds";
  },
};
