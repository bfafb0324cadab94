import assert from "node:assert/strict";
import { isAttached, type Values } from "../../../provider/kinds";
import { fieldsWith, idOf, type Row, type Trial } from "../row";
import { expectAsDeclared, onServer } from "../server";

export const replaced: Row = {
  name: "replaced",
  meaning:
    "A change that the platform cannot make replaces the object, whether it concerns one field or all. It is refused if it would also replace other objects. Afterwards exactly one object exists.",
  run: async (trial) => {
    if (!Object.values(trial.kind.inputs).some(({ mark }) => mark === "replace")) {
      return { doesNotApply: "none of its fields replaces it" };
    }
    const ways = waysToReplace(trial);
    assert.notEqual(ways.length, 0, "The specimen changes no field that replaces it");
    for (const changes of ways) {
      await replace(trial, changes);
    }
    return "holds";
  },
};

async function replace(trial: Trial, changes: Values): Promise<void> {
  const { kind, specimen, stage, declarations, resource, nextRun } = trial;
  await resource.up(await nextRun(), declarations.least);
  const declared = { ...declarations.least, ...changes };
  if (kind.replacementCascades) {
    await assert.rejects(async () => resource.preview(await nextRun(), declared), /HC5004/);
  }
  const allowed = kind.replacementCascades ? { ...declared, onReplace: "replace" } : declared;
  const first = idOf(trial);
  assert.equal(await resource.up(await nextRun(), allowed), "replaced", Object.keys(changes).join());
  await expectAsDeclared(kind, stage, idOf(trial), declared);
  if (!isAttached(kind) && specimen.stays === undefined) {
    assert.equal(await onServer(kind, stage, first), undefined, "The former object is still there");
  }
  await resource.destroy(await nextRun());
}

/** One field at a time, since what stays of the object meets its former self; and all of them together. */
function waysToReplace({ specimen, declarations: { least, full, other } }: Trial): Values[] {
  const { replacedTogether = [] } = specimen;
  const changes = fieldsWith(specimen, "replace")
    .map((name) => [name, other[name] ?? full[name]] as const)
    .filter(([name, value]) => value !== least[name]);
  const isAlone = ([name]: readonly [string, unknown]): boolean => !replacedTogether.includes(name);
  const alone = changes.filter(isAlone).map((change) => Object.fromEntries([change]));
  const together = Object.fromEntries(replacedTogether.map((name) => [name, other[name]]));
  const ways = [...alone, ...(replacedTogether.length > 0 ? [together] : [])];
  return ways.length > 1 ? [...ways, { ...Object.fromEntries(changes), ...together }] : ways;
}
