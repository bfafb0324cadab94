import assert from "node:assert/strict";
import { isRequired } from "../../../provider/kinds";
import { fieldsOf, idOf, type Row } from "../row";
import { expectAsDeclared, onServer } from "../server";

export const cleared: Row = {
  name: "omitted, null, empty",
  meaning: "The provider leaves a missing or null field alone, and clears an empty one.",
  run: async (trial) => {
    const { kind, specimen, stage, declarations, resource, nextRun } = trial;
    const fields = fieldsOf(specimen);
    const optional = fields.filter((name) => !isRequired(kind.inputs[name] as never));
    const left = optional.filter((name) => declarations.least[name] === undefined);
    await resource.up(await nextRun(), declarations.full);
    const before = await onServer(kind, stage, idOf(trial));
    assert.notEqual(await resource.up(await nextRun(), declarations.least), "replaced");
    assert.deepEqual(
      (await onServer(kind, stage, idOf(trial)))?.values,
      before?.values,
      "What is left out is not left alone",
    );
    const nulls = Object.fromEntries(left.map((name) => [name, null]));
    assert.equal(await resource.up(await nextRun(), { ...declarations.least, ...nulls }), "same");
    for (const name of fields) {
      const empty = declarations.empty[name];
      if (empty === undefined || "none" in empty) {
        assert.ok(
          empty !== undefined || isRequired(kind.inputs[name] as never),
          `The specimen does not say how ${name} is cleared`,
        );
        continue;
      }
      const declared = { ...declarations.least, [name]: empty.value };
      assert.equal(await resource.up(await nextRun(), declared), "updated", `${name}: an empty value changes nothing`);
      await expectAsDeclared(kind, stage, idOf(trial), declared);
      assert.equal(
        await resource.up(await nextRun(), declared),
        "same",
        `${name}: an empty value is a change each time`,
      );
    }
    return "holds";
  },
};
