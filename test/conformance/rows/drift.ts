import assert from "node:assert/strict";
import { isKept } from "../../../provider/lifecycle/comparing/compare";
import { fieldsWith, idOf, type Row } from "../row";
import { editByHand, expectAsDeclared } from "../server";

export const drift: Row = {
  name: "drift",
  meaning: "After a change by hand to any field, a refresh shows it and `up` repairs it.",
  run: async (trial) => {
    const { kind, specimen, stage, declarations, resource, nextRun } = trial;
    const fields = fieldsWith(specimen, "mutable").filter((name) => !isKept(kind, name));
    if (fields.length === 0) {
      return { doesNotApply: "none of its fields can change in place" };
    }
    await resource.up(await nextRun(), declarations.full);
    for (const field of fields) {
      await editByHand(kind, stage, idOf(trial), declarations.full, { [field]: declarations.other[field] });
      const run = await nextRun();
      assert.equal(await resource.refresh(run, false), "changed", `${field}: refresh does not show it`);
      assert.equal(await resource.refresh(run), "changed", `${field}: refresh does not show it`);
      assert.equal(await resource.up(run, declarations.full), "updated", `${field}: up does not repair it`);
      await expectAsDeclared(kind, stage, idOf(trial), declarations.full);
    }
    assert.equal(await resource.refresh(await nextRun()), "same", "There is drift after the repair");
    return "holds";
  },
};
