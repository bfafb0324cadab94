import { z } from "zod";
import type { Client } from "../../../provider/client";
import type { AttachedKind, Kind, Live, MadeKind, Values } from "../../../provider/kinds";
import type { Deletion, Entry, Holding, Journal } from "../../../provider/lifecycle/remembering/journal";
import { SaidOnce } from "../../../provider/lifecycle/process/said-once";
import { Program } from "../../../provider/lifecycle/program/program";
import { ObjectCache } from "../../../provider/lifecycle/objects/object-cache";
import type { Context } from "../../../provider/lifecycle/context";

export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly createdBy?: string;
  readonly made?: number;
}

/** What the next request of a verb meets: an error before the work, or after it was done. */
export interface Fault {
  readonly verb: "create" | "update" | "find" | "get";
  readonly when: "before" | "after";
  readonly error: Error;
}

/** A server of things, small enough to hold in the head, with faults for its next requests. */
export class ThingServer {
  readonly things = new Map<string, Thing>();
  readonly sent: string[] = [];
  readonly faults: Fault[] = [];
  #nextId = 1;

  constructor(readonly now: () => number = () => 0) {}

  add(thing: Omit<Thing, "id">): Thing {
    const added = { id: String(this.#nextId++), ...thing };
    this.things.set(added.id, added);
    return added;
  }

  async handle<T>(verb: Fault["verb"] | "list" | "delete", work: () => T): Promise<T> {
    this.sent.push(verb);
    const index = this.faults.findIndex((fault) => fault.verb === verb);
    const [fault] = index < 0 ? [] : this.faults.splice(index, 1);
    if (fault?.when === "before") {
      throw fault.error;
    }
    const result = await Promise.resolve(work());
    if (fault !== undefined) {
      throw fault.error;
    }
    return result;
  }
}

/** A thing belongs to no organisation. */
const nowhere = { belongsTo: () => [] };

export function thingKind(server: ThingServer): MadeKind {
  const declared: MadeKind = {
    standing: nowhere,
    name: "Thing",
    doc: "",
    example: "",
    inputs: {
      name: { type: z.string(), mark: "replace", doc: "", source: "decisions#one-declaration" },
      note: { type: z.string().optional(), mark: "mutable", doc: "", source: "decisions#one-declaration" },
    },
    outputs: {},
    replacementCascades: true,
    reads: [],
    calls: { create: [], update: [], delete: [] },
    identity: {
      type: "unique",
      fields: ["name"],
      keyOf: ({ name }) => name as string,
      inWords: ({ name }) => `"${name as string}"`,
      creator: "createdBy",
      stamp: ["name", "made"],
      find: (_client, { name }) =>
        server.handle("find", () => ({
          items: [...server.things.values()].filter((thing) => thing.name === name).map(live),
          complete: true,
          at: server.now(),
        })),
    },
    list: () =>
      server.handle("list", () => ({ items: [...server.things.values()].map(live), complete: true, at: server.now() })),
    get: (_client, id) =>
      server.handle("get", () => {
        const thing = server.things.get(id);
        return thing === undefined ? undefined : live(thing);
      }),
    obstacles: () => Promise.resolve([]),
    create: (_client, { name }) =>
      server.handle("create", () => live(server.add({ name: name as string, createdBy: "me" }))),
    update: (_client, id, { note }) =>
      server.handle("update", () => {
        const updated = { ...(server.things.get(id) as Thing), note: note as string };
        server.things.set(id, updated);
        return live(updated).values;
      }),
    delete: (_client, id) =>
      server.handle("delete", () => {
        server.things.delete(id);
      }),
  };
  return declared;
}

/** What exists with each thing: its note. */
export function noteKind(server: ThingServer, guard?: AttachedKind["identity"]["refusesToErase"]): AttachedKind {
  const held = ({ id, note }: Thing): Live => ({ id, values: { thing: id, note } });
  return {
    standing: nowhere,
    name: "ThingNote",
    doc: "",
    example: "",
    inputs: {
      thing: { type: z.string(), mark: "replace", doc: "", source: "decisions#one-declaration" },
      note: { type: z.string().optional(), mark: "mutable", doc: "", source: "decisions#one-declaration" },
      label: { type: z.string().optional(), mark: "mutable", doc: "", source: "decisions#one-declaration" },
    },
    outputs: {},
    replacementCascades: false,
    reads: [],
    calls: { create: [], update: [], delete: [] },
    identity: {
      type: "singleton",
      fields: ["thing"],
      keyOf: ({ thing }) => thing as string,
      inWords: ({ thing }) => `of thing ${thing as string}`,
      ...(guard === undefined ? {} : { refusesToErase: guard }),
    },
    list: () =>
      server.handle("list", () => ({ items: [...server.things.values()].map(held), complete: true, at: server.now() })),
    get: (_client, id) =>
      server.handle("get", () => {
        const thing = server.things.get(id);
        return thing === undefined ? undefined : held(thing);
      }),
    obstacles: () => Promise.resolve([]),
    update: (_client, id, changes) =>
      server.handle("update", () => {
        const updated = { ...(server.things.get(id) as Thing), ...(changes as Partial<Thing>) };
        server.things.set(id, updated);
        return { ...held(updated).values, ...changes };
      }),
  };
}

function live({ id, name, note, createdBy, made }: Thing): Live {
  return { id, values: { name, note, createdBy, made } };
}

let births = 0;

/** A journal without a disk. */
export class MemoryJournal {
  readonly entries = new Map<string, Entry>();
  readonly deletions = new Map<string, Deletion>();
  readonly held = new Map<string, Holding>();

  entryOf(origin: string): Entry | undefined {
    return this.entries.get(origin);
  }

  isInDoubt(origin: string, _kind: string, id: string, birth?: string): boolean {
    const begun = this.entries.get(origin);
    return begun === undefined ? this.deletions.get(origin)?.id === id : begun.id !== id || begun.birth !== birth;
  }

  holdingOf(origin: string, _kind: string): Holding | undefined {
    const { id, ...begun } = this.entries.get(origin) ?? {};
    return this.held.get(origin) ?? (id === undefined ? undefined : ({ ...begun, id } as Holding));
  }

  holdings(): readonly Holding[] {
    const origins = [...this.entries.keys(), ...this.held.keys()];
    return origins.map((origin) => this.holdingOf(origin, "")).filter((it) => it !== undefined);
  }

  isTakenOver(origin: string, kind: string, id: string, birth?: string): boolean {
    const holding = this.holdingOf(origin, kind);
    return holding !== undefined && holding.id === id && holding.birth !== birth;
  }

  hold({ home = "http://here", ...holding }: Omit<Holding, "home"> & { home?: string }): Promise<void> {
    this.entries.delete(holding.origin);
    this.deletions.delete(holding.origin);
    this.held.set(holding.origin, JSON.parse(JSON.stringify({ ...holding, home })) as Holding);
    return Promise.resolve();
  }

  see(given: Omit<Holding, "home"> & { home?: string }): Promise<void> {
    return this.hold(given);
  }

  writeWhatWasSeen(): Promise<void> {
    return Promise.resolve();
  }

  isHeldBeside(): boolean {
    return false;
  }

  record({ home = "http://here", ...entry }: Omit<Entry, "home"> & { home?: string }): Promise<void> {
    this.deletions.delete(entry.origin);
    this.held.delete(entry.origin);
    this.entries.set(entry.origin, { ...entry, home });
    return Promise.resolve();
  }

  recordDeletion({ home = "http://here", ...deletion }: Omit<Deletion, "home"> & { home?: string }): Promise<void> {
    this.entries.delete(deletion.origin);
    this.held.delete(deletion.origin);
    this.deletions.set(deletion.origin, { ...deletion, home });
    return Promise.resolve();
  }

  forgetDeletion(origin: string): Promise<void> {
    this.deletions.delete(origin);
    return Promise.resolve();
  }

  settle(origin: string, _kind: string, id: string, birth?: string): Promise<void> {
    const entry = this.entries.get(origin);
    return entry?.id === id && entry.birth === birth ? this.hold({ ...entry, id }) : Promise.resolve();
  }

  forget(origin: string): Promise<void> {
    this.held.delete(origin);
    this.entries.delete(origin);
    return Promise.resolve();
  }
}

/** A provider process, new as after a start; the journal outlives it. */
export function processWith(kind: Kind, journal: MemoryJournal, who: Partial<Client> = {}): Context {
  const client = {
    contract: () => Promise.resolve(undefined),
    call: () => Promise.resolve({}),
    url: "http://here",
    account: "alice",
    believesAbsence: false,
    whoAmI: () => Promise.resolve({ id: "me" }),
    admit: () => Promise.resolve(),
    ...who,
  } as unknown as Client;
  const objects = new ObjectCache(
    kind,
    () => client,
    () => 0,
  );
  let queue: Promise<unknown> = Promise.resolve();
  return {
    client: () => client,
    objects: () => objects,
    kindNamed: () => kind,
    program: new Program(),
    said: new SaidOnce(),
    today: () => 0,
    journal: () => journal as unknown as Journal,
    unique: () => `${(births += 1)}-unique`,
    sleep: () => Promise.resolve(),
    oneAtATime: (_object, work) => {
      const mine = queue.then(work, work);
      queue = mine.catch(() => undefined);
      return mine;
    },
  };
}

export const inputsOf = (values: Values, resource = "thing"): Values => ({ ...values, __origin: `dev/${resource}` });
