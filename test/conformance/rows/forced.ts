import assert from "node:assert/strict";
import { isAttached } from "../../../provider/kinds";
import { idOf, type Row, type Trial } from "../row";
import { expectAsDeclared, onServer, underTheKey } from "../server";

export const forcedReplacement: Row = {
  name: "forced replacement",
  meaning:
    "After a forced replacement, every object of the state is on the server. The new copy takes the object over, even if somebody kills the run before the old copy goes. Or the replacement is refused. Or the object is deleted first and created anew. `destroy` then deletes what the stack made, and restores what was there before.",
  run: async (trial) => {
    const { specimen, stage, resource } = trial;
    await leavingNothing(trial, createFirst);
    // Of another name: that of a user who was deleted stays taken.
    const declarations = await specimen.prepare(stage, `${resource.name} first`);
    await leavingNothing({ ...trial, declarations }, deleteFirst);
    return "holds";
  },
};

async function leavingNothing(trial: Trial, work: (trial: Trial) => Promise<void>): Promise<void> {
  const before = await underTheKey(trial);
  await work(trial);
  assert.deepEqual(await underTheKey(trial), before, "It is not as it was before");
}

async function createFirst(trial: Trial): Promise<void> {
  const { kind, declarations, resource, nextRun } = trial;
  const { full } = declarations;
  const declared = isAttached(kind) ? full : { ...full, adopt: "ifExists" };
  const id = await made(trial, declared);
  if (!isAttached(kind)) {
    const next = await nextRun();
    await assert.rejects(() => resource.replaceByForce(next, full), /HC4001[^]*is this resource's own/);
    await expectThere(trial, "after it was refused");
  }
  await resource.replaceByForce(await nextRun(), declared);
  await expectThere(trial, "after it was taken over");
  assert.equal(idOf(trial), id, "It is another object");
  assert.equal(await resource.up(await nextRun(), declared), "same", "An up follows the replacement");

  const former = await resource.replaceByForce(await nextRun(), declared, { isKilled: true });
  await (await nextRun()).delete(resource.urn, former.id, former.outputs);
  await expectThere(trial, "after a kill");
  assert.equal(idOf(trial), id, "It is another object after a kill");
  await resource.destroy(await nextRun());
}

async function deleteFirst(trial: Trial): Promise<void> {
  const { kind, specimen, stage, declarations, resource, nextRun } = trial;
  const { full } = declarations;
  const id = await made(trial, full);
  const next = await nextRun();
  await stage.requests();
  const replacement = resource.replaceByForce(next, full, { deleteFirst: true });
  if (specimen.notReplacedByForce === undefined) {
    await replacement;
    const sent = await stage.requests();
    // The id tells nothing: some are made of what is declared.
    for (const calls of isAttached(kind) ? [] : [kind.calls.delete, kind.calls.create]) {
      assert.ok(
        calls.flat().some(({ key }) => sent.includes(key)),
        "It is not deleted and made anew",
      );
    }
  } else {
    await assert.rejects(replacement, specimen.notReplacedByForce);
    assert.equal(idOf(trial), id, "It is another object");
  }
  await expectThere(trial, "with `deleteBeforeReplace`");
  await resource.destroy(await nextRun());
}

/** Looked at once more, so that the resource is known to be the one that has it. */
async function made(trial: Trial, declared: Trial["declarations"]["full"]): Promise<string> {
  const run = await trial.nextRun();
  await trial.resource.up(run, declared);
  await trial.resource.up(run, declared);
  return idOf(trial);
}

async function expectThere(trial: Trial, when: string): Promise<void> {
  const { kind, stage, declarations } = trial;
  const object = await onServer(kind, stage, idOf(trial));
  assert.ok(object !== undefined, `What the state has is not there ${when}`);
  await expectAsDeclared(kind, stage, idOf(trial), declarations.full);
}
