import assert from "node:assert/strict";
import { expectNone, type Row } from "../row";

export const unchanged: Row = {
  name: "unchanged",
  meaning: "A second `up` changes nothing and sends nothing.",
  run: async ({ stage, declarations, resource, nextRun }) => {
    await resource.up(await nextRun(), declarations.full);
    await stage.requests();
    assert.equal(await resource.up(await nextRun(), declarations.full), "same");
    expectNone(await stage.requests(), "An up without a change sends requests");
    return "holds";
  },
};
