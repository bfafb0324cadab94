import assert from "node:assert/strict";
import { isAttached } from "../../../provider/kinds";
import { idOf, type Row } from "../row";
import { expectAsDeclared } from "../server";

export const recreated: Row = {
  name: "recreated",
  meaning:
    "After a deletion by hand, a refresh notices it and `up` creates the object anew. If that is impossible, an error says what to do.",
  run: async (trial) => {
    const { kind, specimen, stage, declarations, resource, nextRun } = trial;
    if (isAttached(kind)) {
      return { doesNotApply: "it exists with its owner" };
    }
    await resource.up(await nextRun(), declarations.full);
    const id = idOf(trial);
    await (specimen.removeByHand?.(stage, id) ?? kind.delete(stage.outOfBand, id, "delete"));
    assert.equal(await resource.refresh(await nextRun()), "gone");
    if (specimen.notRecreated !== undefined) {
      await assert.rejects(async () => resource.up(await nextRun(), declarations.full), specimen.notRecreated);
      return "holds";
    }
    assert.equal(await resource.up(await nextRun(), declarations.full), "created");
    await expectAsDeclared(kind, stage, idOf(trial), declarations.full);
    return "holds";
  },
};
