import { startEmulator, type Emulator } from "../../../emulator";
import { createClient, readSettings, type Client } from "../../../provider/client";
import { accounts } from "../../../provider/contract";
import { kinds, type Kind, type Values } from "../../../provider/kinds";
import { check } from "../../../provider/lifecycle/check";
import { create } from "../../../provider/lifecycle/create";
import { remove } from "../../../provider/lifecycle/delete";
import { diff } from "../../../provider/lifecycle/diff";
import { Living } from "../../../provider/lifecycle/living";
import { PartialFailure } from "../../../provider/lifecycle/partial-failure";
import { read } from "../../../provider/lifecycle/read";
import type { Surroundings } from "../../../provider/lifecycle/surroundings";
import { update } from "../../../provider/lifecycle/update";
import { HalfMade } from "../../support/provider-process";
import { SingleResource, type Provider } from "../../support/single-resource";
import { MemoryJournal, processWith } from "./thing";

export const password = "Sunshine-42";

/** The kinds as they are on an emulator of the test's own process: what the engine would ask, in milliseconds. */
export class Tenant {
  readonly #clients: Client[] = [];
  readonly #journal = new MemoryJournal();

  private constructor(
    readonly emulator: Emulator,
    /** Somebody who works on the tenant without Pulumi. */
    readonly outOfBand: Client,
  ) {}

  static async start(): Promise<Tenant> {
    const emulator = await startEmulator();
    return new Tenant(emulator, clientOf(emulator, emulator.username, emulator.password));
  }

  async stop(): Promise<void> {
    this.outOfBand.close();
    this.#clients.forEach((it) => it.close());
    await this.emulator.close();
  }

  resource(name: string, kindName: string): SingleResource {
    return new SingleResource(name, kindName, "");
  }

  /** A provider, new as at the start of a run of whoever runs it. */
  run(username = this.emulator.username, secret = username === "admin" ? this.emulator.password : password): Provider {
    const client = clientOf(this.emulator, username, secret);
    this.#clients.push(client);
    return providerOn(surroundingsOf(client, this.#journal));
  }

  async organisation(name: string, parent = "1"): Promise<string> {
    const made = this.outOfBand.call(accounts.createSuborganisation, { path: { orgId: parent }, body: { name } });
    return (await made).id;
  }

  async user(username: string, organisation: string, role = "dataManager"): Promise<string> {
    const body = { username, fullName: username, email: `${username}@users.example`, organisation, role, password };
    return (await this.outOfBand.call(accounts.createUser, { body })).id;
  }

  async rolesOf(user: string): Promise<unknown> {
    return (await this.outOfBand.call(accounts.getProfile, { path: { userIdOrScreenName: user } })).orgRoles;
  }

  async members(orgId: string): Promise<readonly unknown[]> {
    return (await this.outOfBand.list(accounts.getMembers, { path: { orgId } })).items;
  }

  async canLogIn(username: string, secret: string): Promise<boolean> {
    const client = clientOf(this.emulator, username, secret);
    try {
      return (await client.whoAmI()).id !== "";
    } catch {
      return false;
    } finally {
      client.close();
    }
  }

  /** How often an operation was asked for since the last look. */
  async sent(operation: string): Promise<number> {
    const answer = await fetch(`${this.emulator.url}/_emulator/requests`);
    const { requests } = (await answer.json()) as { requests: { operation: string | null }[] };
    await fetch(`${this.emulator.url}/_emulator/requests`, { method: "DELETE" });
    return requests.filter((it) => it.operation === operation).length;
  }

  /** The operation fails until `mend`. */
  async fail(operation: string): Promise<void> {
    await this.#control("POST", { operation, fault: "500", times: 1000 });
  }

  async mend(): Promise<void> {
    await this.#control("DELETE");
  }

  async #control(method: string, body?: unknown): Promise<void> {
    const headers = { "content-type": "application/json" };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const { ok } = await fetch(`${this.emulator.url}/_emulator/faults`, init);
    expect(ok).toBe(true);
  }
}

/** Waits of the client are over at once, so that a server that keeps failing is given up in no time. */
function clientOf({ url }: Emulator, username: string, secret: string): Client {
  const settings = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: secret };
  return createClient(readSettings({ ...settings, HALECONNECT_REQUESTS_PER_SECOND: "1000" }), {
    sleep: () => Promise.resolve(),
  });
}

function surroundingsOf(client: Client, journal: MemoryJournal): Surroundings {
  const livings = new Map(
    kinds.map((kind) => [
      kind.name,
      new Living(
        kind,
        () => client,
        () => performance.now(),
      ),
    ]),
  );
  return {
    ...processWith(kindNamed("User"), journal),
    client: () => client,
    living: ({ name }) => livings.get(name) as Living,
    kindNamed,
    today: Date.now,
    oneAtATime: (_object, work) => work(),
  };
}

function providerOn(around: Surroundings): Provider {
  return {
    check: async (urn, olds, news) => {
      const { inputs, failures } = await check(kindOf(urn), olds, news, around);
      return { inputs, failures: [...failures] };
    },
    diff: async (urn, id, olds, news) => ({
      deleteBeforeReplace: false,
      ...(await diff(kindOf(urn), id, olds, news, around)),
    }),
    create: (urn, inputs) =>
      halfMade(async () => {
        const { id, outs } = await create(kindOf(urn), inputs, around);
        return { id, outputs: outs };
      }),
    read: async (urn, id, inputs, outputs) => {
      const found = await read(kindOf(urn), id, outputs, around);
      return found.id === undefined ? undefined : { inputs: found.inputs ?? inputs, outputs: found.props ?? {} };
    },
    update: (urn, id, olds, news) => halfMade(() => update(kindOf(urn), id, olds, news, around)),
    delete: (urn, id, outputs) => remove(kindOf(urn), id, outputs, around),
  };
}

async function halfMade<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PartialFailure
      ? new HalfMade(error.message, error.id, JSON.parse(JSON.stringify(error.properties)) as Values)
      : error;
  }
}

function kindNamed(name: string): Kind {
  const found = kinds.find((kind) => kind.name === name);
  if (found === undefined) {
    throw new Error(`There is no kind ${name}`);
  }
  return found;
}

/** `…dynamic/haleconnect:User::kim` */
function kindOf(urn: string): Kind {
  return kindNamed(/haleconnect:(\w+)::/.exec(urn)?.[1] ?? "");
}
