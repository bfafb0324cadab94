import { randomUUID } from "node:crypto";
import { createClient, readSettings, type Client } from "../../../provider/client";
import type { Operation } from "../../../provider/contract";
import type { Kind } from "../../../provider/kinds";
import { Announced } from "../../../provider/lifecycle/announced";
import { Claims } from "../../../provider/lifecycle/claims";
import { Decisions } from "../../../provider/lifecycle/decisions";
import type { Journal } from "../../../provider/lifecycle/journal";
import { Keys } from "../../../provider/lifecycle/keys";
import { Living } from "../../../provider/lifecycle/living";
import type { Surroundings } from "../../../provider/lifecycle/surroundings";
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
      return await work(providerOn(surroundingsOf(client, this.kinds, this.#journal)));
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

function surroundingsOf(client: Client, kinds: readonly Kind[], journal: MemoryJournal): Surroundings {
  const livings = new Map(kinds.map((kind) => [kind.name, new Living(kind, () => client, client.now)]));
  return {
    client: () => client,
    living: ({ name }) => livings.get(name) as Living,
    kindNamed: (name) => kinds.find((kind) => kind.name === name) as Kind,
    journal: () => journal as unknown as Journal,
    decisions: new Decisions(),
    claims: new Claims(),
    keys: new Keys(),
    announced: new Announced(),
    replacements: new Map(),
    retained: new Set(),
    goneSoon: new Set(),
    today: Date.now,
    unique: randomUUID,
    sleep: () => Promise.resolve(),
    oneAtATime: (_object, work) => work(),
  };
}
