import { randomUUID } from "node:crypto";
import type { Emulator, EmulatorOptions } from "../../../emulator";
import { startForTest } from "../../support/emulator";
import { createClient, readSettings, type Client } from "../../../provider/client";
import { accounts } from "../../../provider/contract";
import { kinds, type Kind, type Values } from "../../../provider/kinds";
import { check } from "../../../provider/lifecycle/check";
import { create } from "../../../provider/lifecycle/create";
import { remove } from "../../../provider/lifecycle/delete";
import { diff } from "../../../provider/lifecycle/diff";
import type { Journal } from "../../../provider/lifecycle/remembering/journal";
import { SaidOnce } from "../../../provider/lifecycle/process/said-once";
import { Program } from "../../../provider/lifecycle/program/program";
import { ObjectCache } from "../../../provider/lifecycle/objects/object-cache";
import { read } from "../../../provider/lifecycle/read";
import type { Context } from "../../../provider/lifecycle/context";
import { update } from "../../../provider/lifecycle/update";
import { MemoryJournal } from "./thing";

/** A line of a program: the values may need the ids of what comes before. */
export interface Declaration {
  readonly kind: string;
  readonly name: string;
  readonly values: (idOf: (name: string) => string) => Values;
}

interface State {
  readonly kind: string;
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
}

/** A tenant with an emulator of its own, and what somebody does there without Pulumi. */
export class Tenant {
  readonly #clients: Client[] = [];
  readonly byHand: Client;

  private constructor(readonly emulator: Emulator) {
    this.byHand = this.clientOf(emulator.username, emulator.password);
  }

  static async start(options: EmulatorOptions = {}): Promise<Tenant> {
    return new Tenant(await startForTest(options));
  }

  /** With single sign-on: the administrator, who has a token. */
  get withToken(): Client {
    const { url, token = "" } = this.emulator;
    const client = createClient(readSettings({ HALECONNECT_URL: url, HALECONNECT_TOKEN: token }));
    this.#clients.push(client);
    return client;
  }

  clientOf(username: string, password: string, url = this.emulator.url): Client {
    const settings = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
    const client = createClient(readSettings({ ...settings, HALECONNECT_REQUESTS_PER_SECOND: "1000" }));
    this.#clients.push(client);
    return client;
  }

  async organisation(name: string): Promise<string> {
    return (await this.byHand.call(accounts.createSuborganisation, { path: { orgId: "1" }, body: { name } })).id;
  }

  async user(username: string, organisation: string, role: string): Promise<string> {
    const profile = { username, fullName: username, email: `${username}@users.example`, password: "Geheim-12345" };
    return (await this.byHand.call(accounts.createUser, { body: { ...profile, organisation, role } })).id;
  }

  async rolesOf(userId: string): Promise<unknown> {
    const found = await this.byHand.call(accounts.getProfile, { path: { userIdOrScreenName: userId } });
    return found.orgRoles;
  }

  async stop(): Promise<void> {
    this.#clients.forEach((client) => {
      client.close();
    });
    await this.emulator.close();
  }
}

/**
 * The resources of a stack through several runs, each in a process of its own, in the order of the engine: a refresh,
 * then what is declared, then the deletion of what no longer is.
 */
export class Stack {
  readonly states = new Map<string, State>();
  readonly #journal = new MemoryJournal();

  constructor(readonly clientOf: () => Client) {}

  readonly idOf = (name: string): string => this.states.get(name)?.id ?? "";

  async up(program: readonly Declaration[], { refresh = false } = {}): Promise<void> {
    const context = this.#process();
    if (refresh) {
      await this.#refresh(context);
    }
    for (const declaration of program) {
      await this.#bring(declaration, context);
    }
    const declared = program.map(({ name }) => name);
    await this.#remove([...this.states.keys()].filter((name) => !declared.includes(name)).reverse(), context);
  }

  async refresh(): Promise<void> {
    await this.#refresh(this.#process());
  }

  async destroy(): Promise<void> {
    await this.#remove([...this.states.keys()].reverse(), this.#process());
  }

  /** What a preview asks: nothing is written. */
  async preview(program: readonly Declaration[]): Promise<void> {
    const context = this.#process();
    for (const { kind: kindName, name, values } of program) {
      const state = this.states.get(name);
      const kind = kindNamed(kindName);
      const given = { ...values(this.idOf), __origin: `dev/${name}` };
      const inputs = await checked(kind, state?.inputs ?? {}, given, context);
      if (state === undefined) {
        context.program.recordChange(kind, inputs);
        continue;
      }
      const { changes, replaces } = await diff(kind, state.id, state.outputs, inputs, context);
      if (changes) {
        context.program.recordChange(kind, inputs, state.id);
      }
      if (replaces.length > 0) {
        await checked(kind, {}, given, context);
      }
    }
  }

  async #refresh(context: Context): Promise<void> {
    for (const [name, state] of this.states) {
      const kind = kindNamed(state.kind);
      const found = await read(kind, state.id, state.outputs, context);
      if (found.id === undefined) {
        this.states.delete(name);
      } else {
        await diff(kind, state.id, found.props ?? {}, state.inputs, context);
        this.states.set(name, { ...state, outputs: found.props ?? {} });
      }
    }
  }

  async #bring({ kind: kindName, name, values }: Declaration, context: Context): Promise<void> {
    const kind = kindNamed(kindName);
    const state = this.states.get(name);
    const given = { ...values(this.idOf), __origin: `dev/${name}` };
    const inputs = await checked(kind, state?.inputs ?? {}, given, context);
    if (state === undefined) {
      await this.#make(kind, name, inputs, context);
      return;
    }
    const { changes, replaces, deleteBeforeReplace } = await diff(kind, state.id, state.outputs, inputs, context);
    if (replaces.length > 0) {
      if (deleteBeforeReplace === true) {
        await remove(kind, state.id, state.outputs, context);
      }
      await this.#make(kind, name, await checked(kind, {}, given, context), context);
      if (deleteBeforeReplace !== true) {
        await remove(kind, state.id, state.outputs, context);
      }
    } else if (changes) {
      await this.#keep(kind, name, inputs, async () => ({
        id: state.id,
        outputs: await update(kind, state.id, state.outputs, inputs, context),
      }));
    } else {
      this.states.set(name, { ...state, inputs });
    }
  }

  #make(kind: Kind, name: string, inputs: Values, context: Context): Promise<void> {
    return this.#keep(kind, name, inputs, async () => {
      const { id, outs } = await create(kind, inputs, context);
      return { id, outputs: outs };
    });
  }

  /** The engine keeps also what was made but not to its end. */
  async #keep(kind: Kind, name: string, inputs: Values, work: () => Promise<Pick<State, "id" | "outputs">>) {
    try {
      this.states.set(name, { kind: kind.name, inputs, ...(await work()) });
    } catch (error) {
      const { id, properties } = error as { id?: string; properties?: Values };
      if (id !== undefined && properties !== undefined) {
        this.states.set(name, { kind: kind.name, inputs, id, outputs: properties });
      }
      throw error;
    }
  }

  async #remove(names: readonly string[], context: Context): Promise<void> {
    for (const name of names) {
      const { kind, id, outputs } = this.states.get(name) as State;
      await remove(kindNamed(kind), id, outputs, context);
      this.states.delete(name);
    }
  }

  #process(): Context {
    const client = this.clientOf();
    const caches = new Map(kinds.map((kind) => [kind.name, new ObjectCache(kind, () => client, Date.now)]));
    let queue: Promise<unknown> = Promise.resolve();
    const queues = new Map<string, Promise<unknown>>();
    return {
      client: () => client,
      objects: ({ name }) => caches.get(name) as ObjectCache,
      kindNamed,
      program: new Program(),
      said: new SaidOnce(),
      today: Date.now,
      journal: () => this.#journal as unknown as Journal,
      unique: randomUUID,
      sleep: () => Promise.resolve(),
      oneAtATime: (object, work) => {
        queue = (queues.get(object) ?? Promise.resolve()).then(work, work);
        queues.set(
          object,
          queue.catch(() => undefined),
        );
        return queue as ReturnType<typeof work>;
      },
    };
  }
}

async function checked(kind: Kind, olds: Values, news: Values, context: Context): Promise<Values> {
  const { inputs, failures } = await check(kind, olds, news, context);
  if (failures.length > 0) {
    throw new Error(failures.map(({ reason }) => reason).join("\n"));
  }
  return inputs;
}

function kindNamed(name: string): Kind {
  return kinds.find((kind) => kind.name === name) as Kind;
}
