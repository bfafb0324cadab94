import assert from "node:assert/strict";
import type { Row, Trial } from "../row";
import { changedInPlace } from "../row";

export const quiet: Row = {
  name: "quiet refresh",
  meaning:
    "If nothing differs, a refresh returns exactly the outputs of the state and no inputs, so the engine shows nothing.",
  run: async (trial) => {
    const { specimen, declarations, resource, nextRun } = trial;
    await resource.up(await nextRun(), declarations.full);
    await expectSilence(trial, "create");
    const changed = changedInPlace(specimen, declarations);
    if (changed !== undefined) {
      assert.equal(await resource.up(await nextRun(), changed), "updated");
      await expectSilence(trial, "update");
    }
    return "holds";
  },
};

async function expectSilence({ resource, nextRun }: Trial, verb: string): Promise<void> {
  const { state, urn } = resource;
  assert.ok(state !== undefined);
  const inputs = { kept: "what the state has" };
  const found = await (await nextRun()).read(urn, state.id, inputs, state.outputs);
  assert.deepEqual(found?.outputs, state.outputs, `After ${verb} a refresh gives other outputs back`);
  assert.equal(
    JSON.stringify(found.outputs),
    JSON.stringify(state.outputs),
    `After ${verb} their order is another one`,
  );
  assert.deepEqual(found.inputs, inputs, `After ${verb} a refresh gives inputs back although nothing differs`);
}
