import assert from "node:assert/strict";
import { isAttached, type Values } from "../../../provider/kinds";
import { differences, isEmpty } from "../../../provider/lifecycle/comparing/compare";
import { measureFiles } from "../../../provider/lifecycle/checking/contents";
import { changedInPlace, fieldsWith, type Row, type Trial } from "../row";
import { onServer } from "../server";

export const outputs: Row = {
  name: "outputs after each verb",
  meaning: "After create, update, refresh and adoption every documented output has the server's value.",
  run: async (trial) => {
    const { kind, specimen, stage, declarations, resource, nextRun } = trial;
    const { full, least, other } = declarations;
    await resource.up(await nextRun(), full);
    await expectOutputs(trial, full, "create");
    const changed = changedInPlace(specimen, declarations);
    if (changed !== undefined) {
      assert.equal(await resource.up(await nextRun(), changed), "updated");
      await expectOutputs(trial, changed, "update");
    }
    await resource.refresh(await nextRun());
    await expectOutputs(trial, changed ?? full, "refresh");
    if (!isAttached(kind)) {
      await resource.destroy(await nextRun());
      // Another one: the name of what was deleted may stay taken.
      const names = [...fieldsWith(specimen, "replace"), ...(specimen.replacedTogether ?? [])];
      const key = Object.fromEntries(names.map((name) => [name, other[name] ?? full[name]]));
      await kind.create(stage.outOfBand, { ...least, ...key });
      const declared = { ...full, ...key, adopt: "ifExists" };
      assert.equal(await resource.up(await nextRun(), declared), "created");
      await expectOutputs(trial, { ...full, ...key }, "adoption");
    }
    return "holds";
  },
};

async function expectOutputs({ kind, stage, resource }: Trial, declared: Values, verb: string): Promise<void> {
  const { id = "", outputs: shown = {} } = resource.state ?? {};
  const fresh = await onServer(kind, stage, id);
  assert.ok(fresh !== undefined, `${kind.name} ${id} is not there`);
  for (const [name, { once }] of Object.entries(kind.outputs)) {
    const there = JSON.parse(JSON.stringify(fresh.values[name] ?? null)) as unknown;
    if (once === true && isEmpty(there)) {
      assert.ok(!isEmpty(shown[name]), `After ${verb} the output ${name} is missing`);
    } else if (!(isEmpty(there) && isEmpty(shown[name]))) {
      assert.deepEqual(shown[name], there, `After ${verb} the output ${name} is not what the server has`);
    }
  }
  const { inputs } = await measureFiles(kind, declared, () => false);
  assert.deepEqual(differences(kind, shown, inputs), [], `After ${verb} the outputs are not what is declared`);
}
