import { z } from "zod";
import type { Kind, Values } from "../../../provider/kinds";
import { check } from "../../../provider/lifecycle/check";
import { create } from "../../../provider/lifecycle/create";
import { remove } from "../../../provider/lifecycle/delete";
import { diff } from "../../../provider/lifecycle/diff";
import { read } from "../../../provider/lifecycle/read";
import type { Context } from "../../../provider/lifecycle/context";
import { splitInputs } from "../../../provider/lifecycle/values/inputs";
import { UNKNOWN } from "../../../provider/lifecycle/values/unknown";
import { update } from "../../../provider/lifecycle/update";
import { inputsOf, MemoryJournal, processWith, ThingServer, thingKind } from "./thing";

let server: ThingServer;
let kind: Kind;
let journal: MemoryJournal;
let context: Context;
beforeEach(() => {
  server = new ThingServer();
  kind = thingKind(server);
  journal = new MemoryJournal();
  context = processWith(kind, journal);
});

/** The outputs of a thing that was created with the given values. */
async function created(values: Values): Promise<Values> {
  const { outs } = await create(kind, inputsOf(values), context);
  server.sent.length = 0;
  return outs;
}

describe("check", () => {
  const reasons = async (news: Values, olds: Values = {}) =>
    (await check(kind, olds, inputsOf(news), context)).failures.map(({ reason }) => reason.slice(0, 6));

  it("sends nothing for a resource that is in the state", async () => {
    expect(await reasons({ name: "A" }, inputsOf({ name: "A" }))).toEqual([]);
    expect(server.sent).toEqual([]);
  });

  it("looks whether the object to create exists", async () => {
    server.add({ name: "A" });
    expect(await reasons({ name: "A" })).toEqual(["HC4001"]);
    expect(await reasons({ name: "A", adopt: "ifExists" })).toEqual([]);
    expect(await reasons({ name: "B", adopt: "required" })).toEqual(["HC4002"]);
  });

  it("does not look if the key is not known", async () => {
    expect(await reasons({ name: UNKNOWN })).toEqual([]);
    expect(server.sent).toEqual([]);
  });

  it("does not refuse an object that an interrupted run of the same resource made", async () => {
    server.add({ name: "A", createdBy: "me" });
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "A", absentBefore: true });
    expect(await reasons({ name: "A" })).toEqual([]);
  });

  it("finds two resources that declare the same object", async () => {
    await check(kind, {}, inputsOf({ name: "A" }, "one"), context);
    const { failures } = await check(kind, {}, inputsOf({ name: "A" }, "two"), context);
    expect(failures[0]?.reason).toMatch(/^HC4006[^]*"one"[^]*"two"/);
  });

  it("treats null as left out", async () => {
    expect((await check(kind, {}, inputsOf({ name: "A", note: null }), context)).inputs).not.toHaveProperty("note");
  });
});

describe("diff", () => {
  it("sends nothing", async () => {
    const outs = await created({ name: "A", note: "n" });
    expect(await diff(kind, "1", outs, inputsOf({ name: "A", note: "n" }), context)).toEqual({
      changes: false,
      replaces: [],
    });
    expect(await diff(kind, "1", outs, inputsOf({ name: "A", note: "m" }), context)).toEqual({
      changes: true,
      replaces: [],
    });
    expect(server.sent).toEqual([]);
  });

  it("ignores a field that is no longer declared", async () => {
    const outs = await created({ name: "A", note: "n" });
    expect(await diff(kind, "1", outs, inputsOf({ name: "A" }), context)).toMatchObject({ changes: false });
  });

  it("refuses a replacement that cascades, unless `onReplace` allows it", async () => {
    const outs = await created({ name: "A" });
    await expect(diff(kind, "1", outs, inputsOf({ name: "B" }), context)).rejects.toThrow(/^HC5004[^]*"A" to "B"/);
    await expect(diff(kind, "1", outs, inputsOf({ name: UNKNOWN }), context)).rejects.toThrow(/^HC5004/);
    expect(await diff(kind, "1", outs, inputsOf({ name: "B", onReplace: "replace" }), context)).toEqual({
      changes: true,
      replaces: ["name"],
    });
  });

  it("deletes the old object first if the new one needs its key, and check() knows that", async () => {
    const colour = {
      type: z.string().optional(),
      mark: "replace",
      doc: "",
      source: "decisions#one-declaration",
    } as const;
    kind = { ...thingKind(server), replacementCascades: false, inputs: { ...kind.inputs, colour } };
    context = processWith(kind, journal);
    const outs = await created({ name: "A" });
    const news = inputsOf({ name: "A", colour: "red" });
    expect(await diff(kind, "1", outs, news, context)).toMatchObject({
      replaces: ["colour"],
      deleteBeforeReplace: true,
    });
    expect((await check(kind, {}, news, context)).failures).toEqual([]);
    expect(await diff(kind, "1", outs, inputsOf({ name: "B" }), context)).not.toHaveProperty("deleteBeforeReplace");
  });

  it("names every obstacle to a change once, in whole sentences", async () => {
    const outs = await created({ name: "A" });
    const inTheWay = (what: string, why: string) => ({ field: "note", what, why, remedy: "Choose another one." });
    const obstacles = [inTheWay("no such note", "It is gone."), inTheWay("nor such ink", "It is dry.")];
    const picky = { ...kind, changeObstacles: () => Promise.resolve(obstacles) };
    const news = inputsOf({ name: "A", note: "n" });
    // A refresh asks about inputs that the program does not declare.
    expect(await diff(picky, "1", outs, news, context)).toMatchObject({ changes: true });
    context.program.recordDeclaration(splitInputs(kind, news));
    await expect(diff(picky, "1", outs, news, context)).rejects.toThrow(
      /^HC3003 no such note; nor such ink\n\s+why:  It is gone\. It is dry\.\n\s+next: Choose another one\.$/,
    );
  });

  it("notices another `onDestroy`, because the state keeps it", async () => {
    const outs = await created({ name: "A" });
    const news = inputsOf({ name: "A", onDestroy: "retain" });
    expect(await diff(kind, "1", outs, news, context)).toMatchObject({ changes: true });
    const updated = await update(kind, "1", outs, news, context);
    expect(server.sent).toEqual([]);
    expect(await diff(kind, "1", updated, news, context)).toMatchObject({ changes: false });
  });

  it("settles the journal's entry of the same id, and keeps one of a replacement under way", async () => {
    const outs = await created({ name: "A" });
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "B", absentBefore: true });
    await diff(kind, "1", outs, inputsOf({ name: "A" }), context);
    expect(journal.entries.size).toBe(1);
  });
});

describe("read", () => {
  it("returns exactly the declared fields as inputs if one of them differs, and everything as outputs", async () => {
    const outs = await created({ name: "A", note: "n", adopt: "ifExists" });
    server.things.set("1", { id: "1", name: "A", note: "by hand" });
    const seen = await read(kind, "1", outs, processWith(kind, journal));
    expect(seen.inputs).toEqual(inputsOf({ name: "A", note: "by hand", adopt: "ifExists" }));
    expect(seen.props).toMatchObject({ name: "A", note: "by hand" });
  });

  it("returns no inputs if no declared value differs, so that the state keeps its own", async () => {
    const outs = await created({ name: "A", note: "" });
    const seen = await read(kind, "1", outs, processWith(kind, journal));
    expect(seen).toEqual({ id: "1", props: outs });
  });

  it("shows a changed value as drift, and keeps an empty one as it was declared", async () => {
    const outs = await created({ name: "A", note: "" });
    expect((await read(kind, "1", outs, context)).props).toMatchObject({ note: "" });
    server.things.set("1", { id: "1", name: "A", note: "by hand" });
    const seen = await read(kind, "1", outs, processWith(kind, journal));
    expect(seen.inputs).toMatchObject({ note: "by hand" });
    expect(await diff(kind, "1", seen.props ?? {}, inputsOf({ name: "A", note: "" }), context)).toMatchObject({
      changes: true,
    });
  });

  it("shows a value that was cleared behind Pulumi's back, in a form that Pulumi can take", async () => {
    const outs = await created({ name: "A", note: "n" });
    server.things.set("1", { id: "1", name: "A" });
    const seen = await read(kind, "1", outs, processWith(kind, journal));
    expect(Object.values({ ...seen.inputs, ...seen.props })).not.toContain(undefined);
    expect(await diff(kind, "1", seen.props ?? {}, inputsOf({ name: "A", note: "n" }), context)).toMatchObject({
      changes: true,
    });
  });

  it("says that an object is gone only after it asked for it alone", async () => {
    const outs = await created({ name: "A" });
    server.things.clear();
    expect(await read(kind, "1", outs, processWith(kind, journal))).toEqual({});
    expect(server.sent).toEqual(["list", "get"]);
  });
});

describe("update", () => {
  it("sends only what differs, and clears what is declared empty", async () => {
    const outs = await created({ name: "A", note: "n" });
    await update(kind, "1", outs, inputsOf({ name: "A", note: "" }), context);
    expect(server.sent).toEqual(["update"]);
    expect(server.things.get("1")?.note).toBe("");
  });
});

describe("delete", () => {
  it.each([
    ["what was created here", {}, 0],
    ["what is declared to be retained", { onDestroy: "retain" }, 1],
  ])("%s", async (_what, policy, left) => {
    const outs = await created({ name: "A", ...policy });
    await remove(kind, "1", outs, context);
    expect(server.things.size).toBe(left);
  });

  it.each([
    ["retains what was adopted", {}, 1],
    ["deletes what was adopted where that is declared", { onDestroy: "delete" }, 0],
  ])("%s", async (_what, policy, left) => {
    server.add({ name: "A" });
    const outs = await created({ name: "A", adopt: "required", ...policy });
    await remove(kind, "1", outs, context);
    expect(server.things.size).toBe(left);
  });
});

describe("a deletion that was interrupted", () => {
  let outs: Values;
  beforeEach(async () => {
    outs = await created({ name: "A", note: "n" });
    jest.spyOn(console, "warn").mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  /** The state still shows the object; the next process has only the journal to know better. */
  const interrupted = async (andThen: () => void = () => undefined) => {
    await remove(kind, "1", outs, context);
    andThen();
    context = processWith(kind, journal);
    server.sent.length = 0;
  };
  const diffed = () => diff(kind, "1", outs, inputsOf({ name: "A", note: "n" }), context);

  it("that happened leads to a new object, although the state shows the old one", async () => {
    await interrupted();
    expect(await diffed()).toEqual({ changes: true, replaces: ["name"] });
    expect((await create(kind, inputsOf({ name: "A", note: "n" }), context)).id).toBe("2");
  });

  it("is still known if the creation in its place is interrupted, too", async () => {
    await interrupted();
    await diffed();
    await create(kind, inputsOf({ name: "A", note: "n" }), context);
    context = processWith(kind, journal);
    expect(await diffed()).toEqual({ changes: true, replaces: ["name"] });
    expect((await create(kind, inputsOf({ name: "A", note: "n" }), context)).id).toBe("2");
    expect(server.things.size).toBe(1);
  });

  it("that did not happen costs one look", async () => {
    await interrupted(() => server.things.set("1", { id: "1", name: "A", note: "n" }));
    expect(await diffed()).toEqual({ changes: false, replaces: [] });
    server.sent.length = 0;
    expect(await diffed()).toEqual({ changes: false, replaces: [] });
    expect(server.sent).toEqual([]);
  });

  it("that left the object in another form is repaired by the next update", async () => {
    await interrupted(() => server.things.set("1", { id: "1", name: "A" }));
    expect(await diffed()).toEqual({ changes: true, replaces: [] });
    await update(kind, "1", outs, inputsOf({ name: "A", note: "n" }), context);
    expect(server.things.get("1")?.note).toBe("n");
    expect(await diffed()).toEqual({ changes: false, replaces: [] });
  });
});
