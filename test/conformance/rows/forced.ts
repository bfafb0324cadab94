import assert from "node:assert/strict";
import { isHeld } from "../../../provider/kinds";
import { formerOf } from "../../../provider/lifecycle/compare";
import { idOf, type Row, type Trial } from "../row";
import { expectAsDeclared, onServer } from "../server";

export const forcedReplacement: Row = {
  name: "forced replacement",
  meaning:
    "Where the engine forces a replacement, what the state has afterwards is on the server: taken over by the new copy, also when the run is killed before the former one goes, or deleted first and made anew. What was made here goes with the stack, and what was there before is given back.",
  run: async (trial) => {
    await replaceByForce(trial, false);
    await replaceByForce(trial, true);
    return "holds";
  },
};

async function replaceByForce(trial: Trial, deleteFirst: boolean): Promise<void> {
  const { kind, specimen, stage, declarations, resource, nextRun } = trial;
  const declared = isHeld(kind) || deleteFirst ? declarations.full : { ...declarations.full, adopt: "ifExists" };
  const before = isHeld(kind) ? await formerly(trial) : undefined;
  const run = await nextRun();
  await resource.up(run, declared);
  await resource.up(run, declared);
  const id = idOf(trial);
  const next = await nextRun();
  if (deleteFirst && specimen.notReplacedByForce !== undefined) {
    await assert.rejects(() => resource.replaceByForce(next, declared, { deleteFirst }), specimen.notReplacedByForce);
  } else {
    const former = await resource.replaceByForce(next, declared, { deleteFirst, isKilled: !deleteFirst });
    if (!deleteFirst) {
      await (await nextRun()).delete(resource.urn, former.id, former.outputs);
      assert.equal(idOf(trial), id, "It is another object");
    }
  }
  assert.ok((await onServer(kind, stage, idOf(trial))) !== undefined, "What the state has is not there");
  await expectAsDeclared(kind, stage, idOf(trial), declarations.full);
  await resource.destroy(await nextRun());
  if (before === undefined) {
    assert.equal(await onServer(kind, stage, id), undefined, "What was made here stays when the stack goes");
  } else {
    assert.deepEqual(await formerly(trial), before, "It is not as it was before");
  }
}

async function formerly({ kind, stage, declarations: { full } }: Trial) {
  const found = await onServer(kind, stage, kind.identity.keyOf(full));
  return formerOf(kind, found?.values ?? {}, full);
}
