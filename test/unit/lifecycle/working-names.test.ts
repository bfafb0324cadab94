import { AmbiguousWrite } from "../../../provider/client";
import { requestInfoOf } from "../../../provider/client/request-info";
import { accounts } from "../../../provider/contract";
import type { MadeKind } from "../../../provider/kinds";
import { create } from "../../../provider/lifecycle/create";
import type { Context } from "../../../provider/lifecycle/context";
import { inputsOf, MemoryJournal, processWith, ThingServer, thingKind } from "./thing";

let server: ThingServer;
let kind: MadeKind;
let journal: MemoryJournal;
let context: Context;
beforeEach(() => {
  server = new ThingServer();
  kind = namedInTheEnd(server);
  journal = new MemoryJournal();
  context = nextProcess("one");
});

/** A process whose working names are all of one kind. */
const nextProcess = (unique: string): Context => ({ ...processWith(kind, journal), unique: () => unique });
const doubt = () =>
  new AmbiguousWrite(requestInfoOf(accounts.createOrganisation), "http://localhost", "the connection was reset");
const createThing = (values = {}) => create(kind, inputsOf({ name: "Roads", ...values }), context);
const names = () => [...server.things.values()].map(({ name }) => name);

/** Things whose names are not unique on the server, and can be changed. */
function namedInTheEnd(things: ThingServer): MadeKind {
  const unique = thingKind(things);
  return {
    ...unique,
    inputs: { ...unique.inputs, name: { ...unique.inputs["name"], mark: "mutable" } as never },
    replacementCascades: false,
    identity: {
      ...(unique.identity as never as Omit<MadeKind["identity"], "type" | "find">),
      type: "marker",
      nameField: "name",
      find: (_client, _declared, workingName) =>
        things.handle("find", () => ({
          items: [...things.things.values()]
            .filter(({ name }) => name === workingName)
            .map(({ id, ...values }) => ({ id, values })),
          complete: true,
          at: things.now(),
        })),
    },
    create: (_client, declared, workingName = "") =>
      things.handle("create", () => {
        const { id, ...values } = things.add({ name: workingName, createdBy: "me" });
        return { id, values };
      }),
    update: (_client, id, changes) =>
      things.handle("update", () => {
        const updated = { ...(things.things.get(id) as never as object), ...changes } as never;
        things.things.set(id, updated);
        return updated;
      }),
  };
}

it("is created under a working name that says what it is, and gets its own name in the end", async () => {
  server.faults.push({ verb: "update", when: "before", error: new Error("stopped here") });
  await expect(createThing()).rejects.toThrow(/^HC6001/);
  expect(names()).toEqual(["Roads (in creation one)"]);
  expect((await createThing()).id).toBe("1");
  expect(names()).toEqual(["Roads"]);
});

it("is recognised by its working name after a lost answer, even if the server names no creator", async () => {
  server.faults.push({ verb: "create", when: "after", error: doubt() });
  expect((await createThing()).id).toBe("1");
  expect(names()).toEqual(["Roads"]);
});

it("is recognised by the next run, which knows the working name from the journal", async () => {
  server.faults.push({ verb: "create", when: "after", error: doubt() });
  server.faults.push({ verb: "find", when: "before", error: new Error("not now") });
  await expect(createThing()).rejects.toThrow(/^HC4005/);
  context = nextProcess("two");
  expect((await createThing()).id).toBe("1");
  expect(names()).toEqual(["Roads"]);
});

it("keeps the working name for a request that may still be under way", async () => {
  server.faults.push({ verb: "create", when: "before", error: doubt() });
  server.faults.push({ verb: "find", when: "before", error: new Error("not now") });
  await expect(createThing()).rejects.toThrow(/^HC4005/);
  server.add({ name: "Roads (in creation one)", createdBy: "me" });
  context = nextProcess("two");
  await createThing();
  expect(names()).toEqual(["Roads"]);
});

it("takes over no object of the same name that existed before", async () => {
  server.add({ name: "Roads", createdBy: "me" });
  await expect(createThing()).rejects.toThrow(/^HC4001/);
  expect(names()).toEqual(["Roads"]);
});

it("has a working name that fits, however long the name is", async () => {
  server.faults.push({ verb: "update", when: "before", error: new Error("stopped here") });
  await expect(createThing({ name: "x".repeat(250) })).rejects.toThrow(/^HC6001/);
  expect(names()[0]?.length).toBeLessThanOrEqual(250);
});
