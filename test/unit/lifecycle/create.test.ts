import { AmbiguousWrite, ServerRefusal } from "../../../provider/client";
import { requestInfoOf } from "../../../provider/client/request-info";
import { accounts } from "../../../provider/contract";
import type { MadeKind } from "../../../provider/kinds";
import { create } from "../../../provider/lifecycle/create";
import { memoryOf } from "../../../provider/lifecycle/remembering/state";
import type { Context } from "../../../provider/lifecycle/context";
import { update } from "../../../provider/lifecycle/update";
import { inputsOf, MemoryJournal, processWith, ThingServer, thingKind } from "./thing";

let server: ThingServer;
let kind: MadeKind;
let journal: MemoryJournal;
let context: Context;
beforeEach(() => {
  server = new ThingServer();
  kind = thingKind(server);
  journal = new MemoryJournal();
  context = processWith(kind, journal);
});

const operation = accounts.createOrganisation;
const doubt = () => new AmbiguousWrite(requestInfoOf(operation), "http://localhost", "the connection was reset");
const refused = (status: number) => new ServerRefusal("HC2400", { operation, status, message: "no", fields: [] }, {});
const createThing = (values = {}, resource = "thing") =>
  create(kind, inputsOf({ name: "A", ...values }, resource), context);

describe("an undisturbed creation", () => {
  it("sends one list and one request", async () => {
    expect((await createThing()).id).toBe("1");
    expect(server.sent).toEqual(["list", "create"]);
  });

  it("lists once for many", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => createThing({ name: `N${i}` }, `r${i}`)));
    expect(server.sent.filter((verb) => verb === "list")).toHaveLength(1);
    expect(server.things.size).toBe(20);
  });
});

describe("adoption", () => {
  beforeEach(() => server.add({ name: "A", createdBy: "somebody else" }));

  it("needs a declaration", async () => {
    await expect(createThing()).rejects.toThrow(/^HC4001 Thing "A" exists already with id 1[^]*adopt: "ifExists"/);
    expect(server.things.size).toBe(1);
  });

  it.each(["ifExists", "required"])(
    "with %s takes the object over, brings it to its form, and remembers it",
    async (adopt) => {
      const { id, outs } = await createThing({ note: "n", adopt });
      expect(id).toBe("1");
      expect(server.things.get("1")?.note).toBe("n");
      expect(memoryOf(outs).adopted).toBe(true);
    },
  );

  it("with required never creates", async () => {
    await expect(createThing({ name: "B", adopt: "required" })).rejects.toThrow(/^HC4002/);
    expect(server.things.size).toBe(1);
  });

  it("takes neither of two matches", async () => {
    server.add({ name: "A" });
    await expect(createThing({ adopt: "ifExists" })).rejects.toThrow(/^HC4004[^]*1 and 2/);
  });
});

describe("a list that may be incomplete", () => {
  beforeEach(() => {
    const { list } = kind;
    kind = { ...kind, list: async (client) => ({ ...(await list(client)), complete: "unknown" }) };
    context = processWith(kind, journal);
  });

  it("leads to a second look before a creation", async () => {
    expect((await createThing()).id).toBe("1");
    expect(server.sent).toEqual(["list", "find", "create"]);
  });

  it("prevents the creation if the second look is not certain either", async () => {
    const { find } = kind.identity;
    const unsure: MadeKind["identity"]["find"] = async (client, declared, name) => ({
      ...(await find(client, declared, name)),
      complete: "unknown",
    });
    kind = { ...kind, identity: { ...kind.identity, find: unsure } as MadeKind["identity"] };
    await expect(createThing()).rejects.toThrow(/^HC4011 The provider cannot tell whether Thing "A" exists/);
    expect(server.things.size).toBe(0);
  });
});

describe("a list that shows an object without its key", () => {
  it("does not prove its absence: the object is asked for alone", async () => {
    server.add({ name: "A", createdBy: "somebody else" });
    const { list } = kind;
    const nameless = async (...args: Parameters<typeof list>) => {
      const { items, ...listing } = await list(...args);
      return { ...listing, items: items.map(({ id }) => ({ id, values: {} })) };
    };
    kind = { ...kind, list: nameless };
    context = processWith(kind, journal);
    await expect(createThing()).rejects.toThrow(/^HC4001/);
    expect(server.things.size).toBe(1);
  });
});

describe("an answer to a creation with the id of another object", () => {
  it("is an error before anything is sent to that object, and the next run finds the created one", async () => {
    server.add({ name: "B", createdBy: "somebody else", note: "theirs" });
    const { create: make } = kind;
    kind = {
      ...kind,
      create: async (...args) => ({ ...(await make(...args)), id: "1" }),
    };
    await expect(createThing({ note: "mine" })).rejects.toThrow(/^HC4012 [^\n]*id 1, which belongs to Thing "B"/);
    expect(server.sent).toEqual(["list", "create"]);
    kind = { ...kind, create: make };
    context = processWith(kind, journal);
    expect((await createThing({ note: "mine" })).id).toBe("2");
    expect(server.things.get("1")?.note).toBe("theirs");
    expect(server.things.size).toBe(2);
  });
});

describe("an answer that leaves the outcome of a creation unknown", () => {
  it("leads to a look: a created object is ours and is not created again", async () => {
    server.faults.push({ verb: "create", when: "after", error: doubt() });
    expect((await createThing()).id).toBe("1");
    expect(server.things.size).toBe(1);
    expect(server.sent).toEqual(["list", "create", "find"]);
  });

  it("leads to a look: a missing object is created", async () => {
    server.faults.push({ verb: "create", when: "before", error: doubt() });
    expect((await createThing()).id).toBe("1");
    expect(server.sent).toEqual(["list", "create", "find", "create"]);
  });

  it("may hide a request that is still under way, which the next one then meets", async () => {
    server.faults.push({ verb: "create", when: "before", error: doubt() });
    const laggard = kind.create;
    let calls = 0;
    kind = {
      ...kind,
      create: async (client, declared) => {
        calls++;
        if (calls === 2) {
          server.add({ name: "A", createdBy: "me" });
          throw refused(409);
        }
        return laggard(client, declared);
      },
    };
    expect((await createThing()).id).toBe("1");
    expect(server.things.size).toBe(1);
  });

  it("never claims an object that another user created", async () => {
    server.faults.push({ verb: "create", when: "before", error: doubt() });
    server.faults.push({ verb: "find", when: "before", error: new Error("not now") });
    await expect(createThing()).rejects.toThrow(/^HC4005/);
    server.add({ name: "A", createdBy: "somebody else" });
    context = processWith(kind, journal);
    await expect(createThing()).rejects.toThrow(/^HC4003/);
  });

  it("is an error after some attempts, and the next run looks first", async () => {
    for (let i = 0; i < 4; i++) {
      server.faults.push({ verb: "create", when: "before", error: doubt() });
    }
    await expect(createThing()).rejects.toThrow(/^HC4005/);
    context = processWith(kind, journal);
    server.sent.length = 0;
    expect((await createThing()).id).toBe("1");
    expect(server.sent).toEqual(["find", "list", "create"]);
  });
});

describe("a run that was killed", () => {
  it("after the request: the next run claims what it made", async () => {
    server.add({ name: "A", createdBy: "me" });
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "A", absentBefore: true });
    expect((await createThing()).id).toBe("1");
    expect(server.things.size).toBe(1);
  });

  it("after the answer: the next run knows the id", async () => {
    server.add({ name: "A", createdBy: "me" });
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "A", absentBefore: true, id: "1" });
    expect((await createThing()).id).toBe("1");
    expect(server.sent).toEqual(["get"]);
  });

  it("whose request was still under way: the next run meets it and claims it", async () => {
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "A", absentBefore: true });
    kind = {
      ...kind,
      create: async () => {
        server.add({ name: "A", createdBy: "me" });
        throw refused(409);
      },
    };
    expect((await createThing()).id).toBe("1");
    expect(server.things.size).toBe(1);
  });

  it("claims nothing for another resource with the same key", async () => {
    server.add({ name: "A", createdBy: "me" });
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "A", absentBefore: true, id: "1" });
    await expect(createThing({}, "another")).rejects.toThrow(/^HC4001/);
  });

  it("claims nothing that may have been there before", async () => {
    server.add({ name: "A", createdBy: "me" });
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "A", absentBefore: false });
    await expect(createThing()).rejects.toThrow(/^HC4003/);
    expect((await createThing({ adopt: "ifExists" })).id).toBe("1");
  });

  it("is forgotten once an object in its place was adopted", async () => {
    server.add({ name: "A", createdBy: "somebody else" });
    await journal.record({ kind: "Thing", origin: "dev/thing", key: "A", absentBefore: true });
    await createThing({ adopt: "ifExists" });
    expect(journal.entries.size).toBe(0);
  });
});

describe("a refusal", () => {
  it("is passed on, and the journal forgets the creation", async () => {
    server.faults.push({ verb: "create", when: "before", error: refused(403) });
    await expect(createThing()).rejects.toThrow(ServerRefusal);
    expect(journal.entries.size).toBe(0);
  });

  it("because of a name that was taken meanwhile says that the object exists", async () => {
    server.faults.push({ verb: "create", when: "before", error: refused(409) });
    await expect(createThing()).rejects.toThrow(/^HC4001/);
  });
});

describe("a creation that fails half-way", () => {
  it("is reported with its id, and finished by the next update", async () => {
    server.faults.push({ verb: "update", when: "before", error: new Error("broken") });
    const failure = await createThing({ note: "n" }).catch((error: unknown) => error as Record<string, unknown>);
    expect(failure).toMatchObject({ code: "HC6001", id: "1", reasons: [expect.stringContaining("broken")] });

    const properties = (failure as { properties: Record<string, unknown> }).properties;
    expect(properties).toMatchObject({ name: "A", __origin: "dev/thing" });
    const outs = await update(kind, "1", properties, inputsOf({ name: "A", note: "n" }), context);
    expect(server.things.get("1")?.note).toBe("n");
    expect(memoryOf(outs).partial).toBeUndefined();
  });
});

it("two resources that declare the same object at once create one object", async () => {
  const results = await Promise.allSettled([createThing({}, "one"), createThing({}, "two")]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(server.things.size).toBe(1);
});
