import { check } from "../../../../provider/lifecycle/check";
import { create } from "../../../../provider/lifecycle/create";
import { diff } from "../../../../provider/lifecycle/diff";
import { splitInputs } from "../../../../provider/lifecycle/values/inputs";
import { read } from "../../../../provider/lifecycle/read";
import { inputsOf, MemoryJournal, processWith, thingKind, ThingServer } from "../thing";

const server = new ThingServer();
const kind = thingKind(server);
const context = () => processWith(kind, new MemoryJournal());

const plain = inputsOf({ name: "A", note: "first" });
const marked = { ...plain, __secrets: ["note"] };

beforeEach(() => {
  server.things.clear();
});

it("the list of secrets is not an input of the kind", async () => {
  const { inputs, failures } = await check(kind, {}, marked, context());
  expect(failures).toEqual([]);
  expect(splitInputs(kind, inputs)).toMatchObject({ declared: { name: "A", note: "first" }, secrets: ["note"] });
});

it("a program without secrets passes no list of secrets", () => {
  expect(splitInputs(kind, plain).secrets).toEqual([]);
});

it("the list of secrets survives creation and refresh", async () => {
  const { id, outs } = await create(kind, marked, context());
  server.things.set(id, { id, name: "A", note: "by hand" });
  const { inputs, props } = await read(kind, id, outs, context());
  expect([inputs, props]).toEqual([
    expect.objectContaining({ __secrets: ["note"] }),
    expect.objectContaining({ __secrets: ["note"] }),
  ]);
});

it.each([
  ["a state without it", plain, marked],
  ["a program without it", marked, plain],
])("the list of secrets never counts as a change: %s", async (_which, before, after) => {
  const { id, outs } = await create(kind, before, context());
  expect(await diff(kind, id, outs, after, context())).toMatchObject({ changes: false });
});
