import type { Client } from "../../../../provider/client";
import { ObjectCache } from "../../../../provider/lifecycle/objects/object-cache";
import { ThingServer, thingKind } from "../thing";

let server: ThingServer;
let now: number;
let objects: ObjectCache;
beforeEach(() => {
  now = 0;
  server = new ThingServer(() => now);
  objects = new ObjectCache(
    thingKind(server),
    () => ({}) as Client,
    () => now,
  );
});

const names = async (key: string) => (await objects.byKey(key)).items.map(({ id }) => id);

describe("the objects of a kind", () => {
  it("are listed once, however many ask at once", async () => {
    const { id } = server.add({ name: "A" });
    await Promise.all([objects.byKey("A"), objects.byId(id), objects.byKey("B")]);
    expect(server.sent).toEqual(["list"]);
  });

  it("are listed anew when the list is older than 30 seconds", async () => {
    await objects.byKey("A");
    server.add({ name: "A" });
    now = 30_000;
    expect(await names("A")).toEqual([]);
    now = 30_001;
    expect(await names("A")).toEqual(["1"]);
  });

  it("are asked for once more before they count as absent", async () => {
    await objects.byKey("A");
    const { id } = server.add({ name: "A" });
    expect(await objects.byId(id)).toMatchObject({ values: { name: "A" } });
    expect(server.sent).toEqual(["list", "get"]);
    expect(await names("A")).toEqual([id]);
  });

  it("show own writes without a further list", async () => {
    const a = server.add({ name: "A" });
    await objects.byKey("A");
    objects.keep({ id: "9", values: { name: "B" } });
    objects.keep({ id: a.id, values: { name: "C" } });
    expect([await names("A"), await names("B"), await names("C")]).toEqual([[], ["9"], [a.id]]);
    objects.forget("9");
    expect(await names("B")).toEqual([]);
    expect(server.sent).toEqual(["list"]);
  });

  it("can be read as last seen, although writes to another kind may have changed them since", async () => {
    const { id } = server.add({ name: "A" });
    await objects.byKey("A");
    now += 1;
    objects.touch();
    expect((await objects.seen(id))?.id).toBe(id);
    expect(server.sent).toEqual(["list"]);
    expect((await objects.byId(id))?.id).toBe(id);
    expect(server.sent).toEqual(["list", "get"]);
    objects.forget(id);
    expect(await objects.seen(id)).toBeUndefined();
  });

  it("keep a write that happens while an older list is under way", async () => {
    server.add({ name: "A" });
    const loading = objects.byKey("A");
    objects.keep({ id: "9", values: { name: "B" } });
    objects.forget("1");
    await loading;
    expect([await names("A"), await names("B")]).toEqual([[], ["9"]]);
  });

  it("are listed again after a list that failed", async () => {
    const kind = thingKind(server);
    let calls = 0;
    const list = (client: Client) => (calls++ === 0 ? Promise.reject(new Error("not now")) : kind.list(client));
    objects = new ObjectCache(
      { ...kind, list },
      () => ({}) as Client,
      () => now,
    );
    await expect(objects.byKey("A")).rejects.toThrow("not now");
    expect(await names("A")).toEqual([]);
  });
});

describe("fields that another service keeps", () => {
  let asked: string[];
  let parted: ObjectCache;
  beforeEach(() => {
    asked = [];
    const part = {
      fields: ["colour"],
      list: () => {
        asked.push("list of colours");
        return Promise.resolve({
          items: [{ id: "1", values: { colour: "red" } }],
          complete: true as const,
          at: now,
        });
      },
      get: (_client: Client, id: string) => {
        asked.push(`colour of ${id}`);
        return Promise.resolve({ colour: "blue" });
      },
    };
    parted = new ObjectCache(
      { ...thingKind(server), parts: [part] },
      () => ({}) as Client,
      () => now,
    );
    server.add({ name: "A" });
    server.add({ name: "B" });
  });

  it("are read only if a call asks for one of them", async () => {
    expect((await parted.byId("1", ["name"]))?.values).not.toHaveProperty("colour");
    expect(asked).toEqual([]);
  });

  it("come from one list for all", async () => {
    expect((await parted.byId("1", ["colour"]))?.values).toMatchObject({ name: "A", colour: "red" });
    await parted.byId("1", ["colour"]);
    expect(asked).toEqual(["list of colours"]);
  });

  it("are asked for alone if the list lacks the object", async () => {
    expect((await parted.byId("2", ["colour"]))?.values).toMatchObject({ colour: "blue" });
    expect(asked).toEqual(["list of colours", "colour of 2"]);
  });

  it("have the values of the last write", async () => {
    await parted.byId("1", ["colour"]);
    parted.keep({ id: "1", values: { name: "A", colour: "green" } });
    expect((await parted.byId("1", ["colour"]))?.values).toMatchObject({ colour: "green" });
  });
});

describe("after a write to another kind that may have changed the objects", () => {
  it("each object is asked for alone, once", async () => {
    server.add({ name: "A" });
    await objects.byId("1");
    now = 10;
    objects.touch();
    server.things.set("1", { id: "1", name: "A", note: "changed" });
    expect((await objects.byId("1"))?.values).toMatchObject({ note: "changed" });
    now = 11;
    await objects.byId("1");
    expect(server.sent).toEqual(["list", "get"]);
  });
});
