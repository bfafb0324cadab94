import assert from "node:assert/strict";
import { isAttached } from "../../../provider/kinds";
import { idOf, type Row } from "../row";
import { expectAsDeclared, onServer } from "../server";

export const adopted: Row = {
  name: "adopted",
  meaning:
    "The provider takes over an existing object only if the program declares it. It then gives the object its declared form, and `destroy` leaves it on the server.",
  run: async (trial) => {
    const { kind, stage, declarations, resource, nextRun } = trial;
    const { least, full } = declarations;
    if (isAttached(kind)) {
      return { doesNotApply: "it exists with its owner" };
    }
    await assert.rejects(async () => resource.up(await nextRun(), { ...full, adopt: "required" }), /HC4002/);
    const { id } = await kind.create(stage.outOfBand, least);
    await assert.rejects(async () => resource.up(await nextRun(), full), /HC4001[^]*adopt/);
    assert.equal(await resource.up(await nextRun(), { ...full, adopt: "ifExists" }), "created");
    assert.equal(idOf(trial), id);
    await expectAsDeclared(kind, stage, id, full);
    await resource.destroy(await nextRun());
    assert.ok((await onServer(kind, stage, id)) !== undefined, "What was adopted is deleted with the stack");

    assert.equal(await resource.up(await nextRun(), { ...full, adopt: "required", onDestroy: "delete" }), "created");
    await resource.destroy(await nextRun());
    assert.equal(await onServer(kind, stage, id), undefined, "What is declared to be deleted is not");
    return "holds";
  },
};
