import type { AttachedKind } from "../../../../provider/kinds";
import { check } from "../../../../provider/lifecycle/check";
import { create } from "../../../../provider/lifecycle/create";
import { remove } from "../../../../provider/lifecycle/delete";
import type { Context } from "../../../../provider/lifecycle/context";
import { memoryOf } from "../../../../provider/lifecycle/remembering/state";
import { update } from "../../../../provider/lifecycle/update";
import { inputsOf, MemoryJournal, noteKind, processWith, ThingServer } from "../thing";

let server: ThingServer;
let journal: MemoryJournal;
let kind: AttachedKind;
let context: Context;
beforeEach(() => {
  server = new ThingServer();
  journal = new MemoryJournal();
  kind = noteKind(server);
  context = processWith(kind, journal);
});

const noteOf = (id: string) => server.things.get(id)?.note;

describe("an object that exists with its owner", () => {
  it("gets its declared form, and its former values back in the end", async () => {
    server.add({ name: "A", note: "before" });
    const { id, outs } = await create(kind, inputsOf({ thing: "1", note: "declared" }), context);
    expect(id).toBe("1");
    expect(noteOf("1")).toBe("declared");
    expect(memoryOf(outs).former).toEqual({ thing: "1", note: "before" });
    await remove(kind, id, outs, context);
    expect(noteOf("1")).toBe("before");
  });

  it("is cleared in the end if it was empty before", async () => {
    server.add({ name: "A" });
    const { outs } = await create(kind, inputsOf({ thing: "1", note: "declared" }), context);
    await remove(kind, "1", outs, context);
    expect(noteOf("1")).toBe("");
  });

  it("stays as it is if `onDestroy` says so", async () => {
    server.add({ name: "A", note: "before" });
    const { outs } = await create(kind, inputsOf({ thing: "1", note: "declared", onDestroy: "retain" }), context);
    await remove(kind, "1", outs, context);
    expect(noteOf("1")).toBe("declared");
  });

  it("keeps its former values from before a killed run, not those that the run left", async () => {
    server.add({ name: "A", note: "declared" });
    const former = { thing: "1", note: "before" };
    await journal.record({ kind: "ThingNote", origin: "dev/thing", key: "1", absentBefore: false, id: "1", former });
    const { outs } = await create(kind, inputsOf({ thing: "1", note: "declared" }), context);
    expect(memoryOf(outs).former).toEqual(former);
  });

  it("remembers also the former value of a field that an update declares first", async () => {
    server.add({ name: "A", note: "before" });
    const { outs } = await create(kind, inputsOf({ thing: "1" }), context);
    const updated = await update(kind, "1", outs, inputsOf({ thing: "1", note: "declared" }), context);
    expect(memoryOf(updated).former).toEqual({ thing: "1", note: "before" });
  });

  it("needs its owner", async () => {
    await expect(create(kind, inputsOf({ thing: "7" }), context)).rejects.toThrow(/^HC6002/);
  });

  it("knows no adoption", async () => {
    server.add({ name: "A" });
    const { failures } = await check(kind, {}, inputsOf({ thing: "1", adopt: "ifExists" }), context);
    expect(failures.map(({ property }) => property)).toEqual(["adopt"]);
  });
});

describe("an authoritative list", () => {
  beforeEach(() => {
    server.add({ name: "A", note: "somebody else's" });
    const guard: AttachedKind["identity"]["refusesToErase"] = ({ note }) =>
      note === "somebody else's" ? { field: "note", what: "It would erase", why: "w", remedy: "adopt it" } : undefined;
    kind = noteKind(server, guard);
    context = processWith(kind, journal);
  });

  it("is not attached if it would remove unknown members, and the preview says so", async () => {
    const inputs = inputsOf({ thing: "1", note: "ours" });
    expect((await check(kind, {}, inputs, context)).failures[0]?.reason).toMatch(/^HC5005 It would erase/);
    await expect(create(kind, inputs, context)).rejects.toThrow(/^HC5005[^]*adopt it/);
    expect(noteOf("1")).toBe("somebody else's");
  });
});

describe("an update that fails half-way", () => {
  it("stays in the state as partial, and the next one looks before it sends the rest", async () => {
    server.add({ name: "A", note: "before" });
    const { outs } = await create(kind, inputsOf({ thing: "1" }), context);
    server.faults.push({ verb: "update", when: "after", error: new Error("broken") });
    const news = inputsOf({ thing: "1", note: "declared" });
    const failure = await update(kind, "1", outs, news, context).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "HC6001", id: "1" });
    const { properties } = failure as { properties: Record<string, unknown> };
    expect(memoryOf(properties).partial).toBe(true);

    server.sent.length = 0;
    const finished = await update(kind, "1", properties, news, context);
    expect(server.sent).toEqual(["get"]);
    expect(memoryOf(finished)).not.toHaveProperty("partial");
  });

  it("is an error if the server keeps another value than it was sent", async () => {
    server.add({ name: "A", note: "before" });
    const stubborn: AttachedKind = { ...kind, update: () => Promise.resolve({ note: "its own" }) };
    const { outs } = await create(kind, inputsOf({ thing: "1" }), context);
    await expect(update(stubborn, "1", outs, inputsOf({ thing: "1", note: "ours" }), context)).rejects.toThrow(
      /HC6003[^]*`note` was sent as "ours" and is "its own"/,
    );
  });
});
