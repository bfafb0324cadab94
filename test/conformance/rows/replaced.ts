import assert from "node:assert/strict";
import { isHeld } from "../../../provider/kinds";
import { fieldsWith, idOf, type Row } from "../row";
import { expectAsDeclared, onServer } from "../server";

export const replaced: Row = {
  name: "replaced",
  meaning:
    "A change that the platform cannot make replaces the object, is refused where others would go along, and leaves one of it.",
  run: async (trial) => {
    const { kind, specimen, stage, declarations, resource, nextRun } = trial;
    const fields = fieldsWith(specimen, "replace");
    await resource.up(await nextRun(), declarations.least);
    const changed = Object.fromEntries(
      fields.map((name) => [name, declarations.other[name] ?? declarations.full[name]]),
    );
    const declared = { ...declarations.least, ...changed };
    if (kind.replacementCascades) {
      await assert.rejects(async () => resource.preview(await nextRun(), declared), /HC5004/);
    }
    const allowed = kind.replacementCascades ? { ...declared, onRename: "replace" } : declared;
    const first = idOf(trial);
    assert.equal(await resource.up(await nextRun(), allowed), "replaced");
    await expectAsDeclared(kind, stage, idOf(trial), declared);
    if (!isHeld(kind)) {
      assert.equal(await onServer(kind, stage, first), undefined, "The former object is still there");
    }
    await resource.destroy(await nextRun());
    return "holds";
  },
};
