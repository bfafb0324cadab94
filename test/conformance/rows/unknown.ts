import assert from "node:assert/strict";
import { UNKNOWN } from "../../../provider/lifecycle/values/unknown";
import { allOperations, isWrite } from "../../../provider/contract";
import { expectNone, fieldsOf, type Row } from "../row";

export const unknown: Row = {
  name: "unknown inputs",
  meaning: "A preview treats a value that is not known yet as one that may differ, and writes nothing.",
  run: async ({ kind, specimen, stage, declarations, resource, nextRun }) => {
    const { full } = declarations;
    const names = fieldsOf(specimen);
    const isUnknowable = (name: string): boolean => kind.inputs[name]?.mark !== "writeOnly";
    const process = await nextRun();
    assert.equal(await resource.preview(process, Object.fromEntries(names.map((name) => [name, UNKNOWN]))), "created");
    for (const name of names) {
      assert.equal(await resource.preview(process, { ...full, [name]: UNKNOWN }), "created");
    }
    await resource.up(process, full);
    await stage.requests();
    for (const name of names.filter(isUnknowable)) {
      const declared = { ...full, [name]: UNKNOWN };
      if (kind.inputs[name]?.mark === "replace") {
        const allowed = kind.replacementCascades ? { ...declared, onReplace: "replace" } : declared;
        assert.equal(await resource.preview(process, allowed), "replaced", name);
      } else {
        assert.equal(await resource.preview(process, declared), "updated", name);
      }
    }
    const writes = allOperations.filter((it) => isWrite(it) && it.id !== "login").map(({ key }) => key);
    expectNone(
      (await stage.requests()).filter((id) => writes.includes(id)),
      "A preview writes",
    );
    return "holds";
  },
};
