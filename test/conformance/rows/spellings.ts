import assert from "node:assert/strict";
import { isKept } from "../../../provider/lifecycle/comparing/compare";
import { fieldsRespelled, respelled, withUmlauts } from "../respelled";
import { expectNone, idOf, type Row } from "../row";
import { editByHand } from "../server";

export const spellings: Row = {
  name: "spellings",
  meaning:
    "Another spelling of the same value is neither a change nor drift, and replaces nothing. Each field declares which spellings mean the same.",
  run: async (trial) => {
    const { kind, stage, declarations, resource, nextRun } = trial;
    const declared = withUmlauts(kind, declarations.full);
    const other = respelled(kind, declared);
    const fields = fieldsRespelled(kind, declared);
    if (fields.length === 0) {
      return { doesNotApply: "each of its values has one spelling" };
    }
    await resource.up(await nextRun(), declared);
    await stage.requests();
    const run = await nextRun();
    assert.equal(await resource.up(run, other), "same", `Another spelling is a change: ${fields.join(", ")}`);
    expectNone(await stage.requests(), "Another spelling has requests sent");
    assert.equal(await resource.refresh(run), "same", `Another spelling is drift: ${fields.join(", ")}`);
    for (const field of fields.filter((name) => isText(kind.inputs[name]?.mark, other[name]) && !isKept(kind, name))) {
      await editByHand(kind, stage, idOf(trial), declared, { [field]: other[field] });
    }
    const later = await nextRun();
    assert.equal(
      await resource.refresh(later),
      "same",
      `Another spelling on the server is drift: ${fields.join(", ")}`,
    );
    assert.equal(await resource.up(later, declared), "same", `The first spelling is a change: ${fields.join(", ")}`);
    return "holds";
  },
};

/** Files and lists are sent by their bytes and members; of those a spelling by hand would be another object. */
function isText(mark: string | undefined, value: unknown): boolean {
  return mark === "mutable" && !Array.isArray(value);
}
