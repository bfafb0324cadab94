import assert from "node:assert/strict";
import { allOperations, isWrite } from "../../../provider/contract";
import { isAttached } from "../../../provider/kinds";
import { expectNone, idOf, type Row, type Trial } from "../row";

export const requests: Row = {
  name: "requests",
  meaning:
    "Creating and deleting an object sends each declared call once. Each process also sends one login, and reads that many objects share.",
  run: async (trial) => {
    const { kind, declarations, resource, nextRun } = trial;
    if (isAttached(kind)) {
      return { doesNotApply: "it sends only what differs" };
    }
    await expectCalls(trial, "create", async () => resource.up(await nextRun(), declarations.least));
    assert.ok(idOf(trial) !== "");
    await expectCalls(trial, "delete", async () => resource.destroy(await nextRun()));
    return "holds";
  },
};

async function expectCalls({ kind, stage }: Trial, verb: "create" | "delete", work: () => Promise<unknown>) {
  await stage.requests();
  await work();
  const sent = await stage.requests();
  assert.equal(sent.filter((id) => id === "login").length, 1, "There is not one login");
  for (const call of kind.calls[verb]) {
    const alternatives = [call].flat().map(({ key }) => key);
    const times = sent.filter((id) => alternatives.includes(id)).length;
    const isOnlyWhereNeeded = Array.isArray(call) && alternatives.length === 1 && times === 0;
    assert.ok(times === 1 || isOnlyWhereNeeded, `${alternatives.join(" or ")} is not sent once, but ${times} times`);
  }
  const declared = kind.calls[verb].flat().map(({ key }) => key);
  const writes = allOperations.filter((it) => isWrite(it) && it.id !== "login").map(({ key }) => key);
  expectNone(
    sent.filter((id) => writes.includes(id) && !declared.includes(id)),
    "More is written than is declared",
  );
}
