import assert from "node:assert/strict";
import type { Values } from "../../../provider/kinds";
import { traitOf } from "../../../provider/kinds";
import type { Row } from "../row";

export const order: Row = {
  name: "order",
  meaning: "Another order of keys, or of a list whose order means nothing, is not a change.",
  run: async ({ kind, stage, declarations, resource, nextRun }) => {
    await resource.up(await nextRun(), declarations.full);
    await stage.requests();
    const turned = Object.fromEntries(
      Object.entries(reversed(declarations.full)).map(([name, value]) => {
        const type = kind.inputs[name]?.type;
        const isSet = type !== undefined && traitOf(type) === "set" && Array.isArray(value);
        return [name, isSet ? [...(value as unknown[])].reverse() : value];
      }),
    );
    assert.equal(await resource.up(await nextRun(), turned), "same");
    assert.equal(await resource.refresh(await nextRun()), "same");
    assert.equal(await resource.up(await nextRun(), declarations.full), "same");
    return "holds";
  },
};

/** The keys of objects the other way round, at every depth. */
function reversed(values: Values): Values {
  const entries = Object.entries(values).reverse();
  return Object.fromEntries(entries.map(([name, value]) => [name, isPlain(value) ? reversed(value) : value]));
}

function isPlain(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
