import { randomUUID } from "node:crypto";
import { createClient, readSettings, type Client } from "../../../provider/client";
import type { Operation } from "../../../provider/contract";
import type { Kind } from "../../../provider/kinds";
import type { Journal } from "../../../provider/lifecycle/remembering/journal";
import { SaidOnce } from "../../../provider/lifecycle/process/said-once";
import { Program } from "../../../provider/lifecycle/program/program";
import { ObjectCache } from "../../../provider/lifecycle/objects/object-cache";
import type { Context } from "../../../provider/lifecycle/context";
import { providerOn } from "../../support/own-process";
import type { Provider } from "../../support/single-resource";
import { MemoryJournal } from "../../unit/lifecycle/thing";
import type { Used } from "./alterations";

/** What a run needs to know of the server. */
export type Environment = Readonly<Record<string, string>>;

/** The runs of one stack in this process: each begins as a process does that knows nothing, and the journal stays. */
export class Runs {
  readonly #journal = new MemoryJournal();
  readonly #used = new Map<string, { operation: Operation; calls: number; answers: unknown[] }>();

  constructor(
    readonly kinds: readonly Kind[],
    readonly environment: Environment,
  ) {}

  async next<T>(work: (provider: Provider) => Promise<T>): Promise<T> {
    const client = createClient(readSettings({ ...this.environment, HALECONNECT_REQUESTS_PER_SECOND: "1000" }), {
      sleep: () => Promise.resolve(),
    });
    this.#listenTo(client);
    try {
      return await work(providerOn(contextOf(client, this.kinds, this.#journal)));
    } finally {
      client.close();
    }
  }

  /** The operations that were used so far, with their answers. */
  get used(): readonly Used[] {
    return [...this.#used.values()];
  }

  #listenTo(client: Client): void {
    const { call, list } = client;
    const hear = (operation: Operation, answer: unknown): void => {
      const known = this.#used.get(operation.key) ?? { operation, calls: 0, answers: [] };
      known.calls += 1;
      known.answers.push(answer);
      this.#used.set(operation.key, known);
    };
    Object.assign(client, {
      call: async (operation: Operation, args: never) => {
        const answer = await call(operation, args);
        hear(operation, answer);
        return answer;
      },
      list: async (operation: Operation, args: never) => {
        const listing = await list(operation, args);
        hear(operation, listing.items);
        return listing;
      },
    });
  }
}

function contextOf(client: Client, kinds: readonly Kind[], journal: MemoryJournal): Context {
  const caches = new Map(kinds.map((kind) => [kind.name, new ObjectCache(kind, () => client, client.now)]));
  return {
    client: () => client,
    objects: ({ name }) => caches.get(name) as ObjectCache,
    kindNamed: (name) => kinds.find((kind) => kind.name === name) as Kind,
    journal: () => journal as unknown as Journal,
    program: new Program(),
    said: new SaidOnce(),
    today: Date.now,
    unique: randomUUID,
    sleep: () => Promise.resolve(),
    oneAtATime: (_object, work) => work(),
  };
}
