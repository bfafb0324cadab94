import assert from "node:assert/strict";
import { isAttached } from "../../../provider/kinds";
import { isEmpty, isKept } from "../../../provider/lifecycle/comparing/compare";
import { fieldsOf, idOf, type Row } from "../row";
import { expectAsDeclared, onServer } from "../server";

export const roundTrip: Row = {
  name: "round trip",
  meaning:
    "Every field reaches the server as declared and comes back the same. A refresh sees no drift. `destroy` leaves nothing behind, or restores the former values.",
  run: async (trial) => {
    const { kind, specimen, stage, declarations, resource, nextProcess, nextRun } = trial;
    const before = isAttached(kind) ? await onServer(kind, stage, kind.identity.keyOf(declarations.full)) : undefined;
    assert.equal(await resource.up(await nextProcess(), declarations.full), "created");
    const id = idOf(trial);
    await expectAsDeclared(kind, stage, id, declarations.full);
    const seen = await onServer(kind, stage, id);
    const told = kind.seenFor?.(seen?.values ?? {}, declarations.full) ?? seen?.values ?? {};
    for (const name of fieldsOf(specimen)) {
      const mark = kind.inputs[name]?.mark;
      assert.ok(declarations.full[name] !== undefined, `The specimen does not declare ${name}`);
      assert.ok(mark === "writeOnly" || isKept(kind, name) || !isEmpty(told[name]), `The server does not have ${name}`);
    }
    assert.equal(await resource.refresh(await nextRun()), "same");
    await resource.destroy(await nextRun());
    const after = await onServer(kind, stage, id);
    const expected = specimen.stays === undefined ? before : seen;
    assert.deepEqual(after?.values, expected?.values, "It is not as it was before");
    return "holds";
  },
};
