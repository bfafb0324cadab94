import type { MadeKind, Values } from "../../../../provider/kinds";
import { create } from "../../../../provider/lifecycle/create";
import { remove } from "../../../../provider/lifecycle/delete";
import { read } from "../../../../provider/lifecycle/read";
import { update } from "../../../../provider/lifecycle/update";
import { inputsOf, MemoryJournal, processWith, ThingServer, thingKind, type Thing } from "../thing";

let server: ThingServer;
let kind: MadeKind;
let journal: MemoryJournal;
let outs: Values;
beforeEach(async () => {
  server = new ThingServer();
  kind = thingKind(server);
  journal = new MemoryJournal();
  const made = kind.create;
  kind = {
    ...kind,
    create: async (client, declared) => {
      const { id } = await made(client, declared);
      server.things.set(id, { ...(server.things.get(id) as Thing), made: 1 });
      return { id, values: { name: "A", createdBy: "me", made: 1 } };
    },
  };
  ({ outs } = await create(kind, inputsOf({ name: "A" }), processWith(kind, journal)));
  journal.entries.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const at = (url: string) => processWith(kind, journal, { url });
const as = (account: string | undefined, believesAbsence = false) =>
  processWith(kind, journal, { account, believesAbsence });
const stranger = () => server.things.set("1", { id: "1", name: "Somebody else's", made: 2 });

describe("an id that now belongs to another object", () => {
  beforeEach(stranger);

  it("is never written to", async () => {
    await expect(
      update(kind, "1", outs, inputsOf({ name: "A", note: "n" }), processWith(kind, journal)),
    ).rejects.toThrow(/^HC6002/);
    expect(server.things.get("1")?.note).toBeUndefined();
  });

  it("is never deleted", async () => {
    await remove(kind, "1", outs, processWith(kind, journal));
    expect(server.things.get("1")?.name).toBe("Somebody else's");
  });

  it("counts as gone, so that the object is created anew", async () => {
    expect(await read(kind, "1", outs, processWith(kind, journal))).toEqual({});
  });

  it("is not taken for the object of an interrupted run, although the journal names it", async () => {
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "A", absentBefore: true, id: "1" });
    const { id } = await create(kind, inputsOf({ name: "A" }), processWith(kind, journal));
    expect(id).toBe("2");
    expect(server.things.get("1")?.name).toBe("Somebody else's");
  });
});

describe("an object for which the server shows no lasting value", () => {
  const withoutStamp = (name: string | undefined) =>
    server.things.set("1", { id: "1", ...(name === undefined ? {} : { name }) } as Thing);

  it.each([
    ["of another name", "Somebody else's"],
    ["of no name", undefined],
  ])("%s is neither written to nor deleted", async (_what, name) => {
    kind = { ...kind, identity: { ...kind.identity, stamp: ["made"] } };
    withoutStamp(name);
    const before = structuredClone([...server.things.values()]);
    const context = processWith(kind, journal);
    await expect(update(kind, "1", outs, inputsOf({ name: "A", note: "n" }), context)).rejects.toThrow(/HC6006/);
    await expect(remove(kind, "1", outs, processWith(kind, journal))).rejects.toThrow(/^HC6006/);
    expect([...server.things.values()]).toEqual(before);
    expect(await read(kind, "1", outs, processWith(kind, journal))).toHaveProperty("id", "1");
  });

  it("is recognised by its key", async () => {
    withoutStamp("A");
    await remove(kind, "1", outs, processWith(kind, journal));
    expect(server.things.size).toBe(0);
  });

  it("is asked for once more: the second answer may identify it", async () => {
    const { get } = kind;
    let looks = 0;
    const forgetful: MadeKind = {
      ...kind,
      get: async (client, id) => {
        looks += 1;
        return looks === 1 ? { id, values: {} } : get(client, id);
      },
    };
    await remove(forgetful, "1", outs, processWith(forgetful, journal));
    expect(server.things.size).toBe(0);
  });
});

describe("a server other than the one in the state", () => {
  const elsewhere = () => at("http://elsewhere");

  it.each([
    ["has another object of that id", () => void stranger()],
    ["has none of that id", () => server.things.clear()],
  ])("that %s is left alone by every verb", async (_what, prepare) => {
    prepare();
    const before = [...server.things.values()];
    await expect(update(kind, "1", outs, inputsOf({ name: "A", note: "n" }), elsewhere())).rejects.toThrow(/^HC6005/);
    await expect(remove(kind, "1", outs, elsewhere())).rejects.toThrow(/^HC6005[^]*http:\/\/here/);
    await expect(read(kind, "1", outs, elsewhere())).rejects.toThrow(/^HC6005/);
    expect([...server.things.values()]).toEqual(before);
  });

  it("counts as moved if it has the same object", async () => {
    const updated = await update(kind, "1", outs, inputsOf({ name: "A", note: "n" }), elsewhere());
    expect(server.things.get("1")?.note).toBe("n");
    await remove(kind, "1", updated, elsewhere());
    expect(server.things.size).toBe(0);
  });
});

describe("an account that does not see the object", () => {
  beforeEach(() => {
    server.things.clear();
  });

  it("is not believed if another account saw the object", async () => {
    await expect(read(kind, "1", outs, as("bob"))).rejects.toThrow(/^HC6004[^]*bob[^]*alice/);
    await expect(remove(kind, "1", outs, as("bob"))).rejects.toThrow(/^HC6004/);
  });

  it("is not believed if another account saw the object, and only the server knows whose token it is", async () => {
    const withToken = processWith(kind, journal, {
      account: undefined,
      whoAmI: () => Promise.resolve({ id: "9", username: "bob" }),
    });
    await expect(read(kind, "1", outs, withToken)).rejects.toThrow(/^HC6004 bob does not see Thing 1, which alice saw/);
  });

  it("is not believed if it has no role in any organisation by now", async () => {
    const withRoles = (organisations: Values, believesAbsence = false) =>
      processWith(kind, journal, { call: () => Promise.resolve({ organisations }) as never, believesAbsence });
    await expect(read(kind, "1", outs, withRoles({}))).rejects.toThrow(/^HC6004 alice does not see[^]*has no role/);
    expect(await read(kind, "1", outs, withRoles({}, true))).toEqual({});
    expect(await read(kind, "1", outs, withRoles({ "1": ["organisation"] }))).toEqual({});
  });

  it("is believed if it saw the object itself, if a setting says so, or if nobody knows who saw it", async () => {
    expect(await read(kind, "1", outs, as("alice"))).toEqual({});
    expect(await read(kind, "1", outs, as("bob", true))).toEqual({});
    expect(await read(kind, "1", outs, as(undefined))).toEqual({});
  });
});

describe("the look at the server before a write", () => {
  it("asks for a few objects one by one, and for a list for more", async () => {
    const context = processWith(kind, journal);
    const all: { id: string; outs: Values }[] = [];
    for (const name of ["B", "C", "D", "E", "F"]) {
      const declared = { ...kind, create: thingKind(server).create };
      all.push(await create(declared, inputsOf({ name }, name), context));
    }
    server.sent.length = 0;
    const next = processWith(kind, journal);
    for (const { id, outs: state } of all) {
      await remove(kind, id, state, next);
    }
    expect(server.sent.filter((verb) => verb !== "delete")).toEqual(["get", "get", "get", "list"]);
  });
});
