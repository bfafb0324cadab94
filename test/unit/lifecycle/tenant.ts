import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";
import { createClient, readSettings, type Client } from "../../../provider/client";
import { accounts } from "../../../provider/contract";
import { kinds, type Kind } from "../../../provider/kinds";
import { ObjectCache } from "../../../provider/lifecycle/objects/object-cache";
import type { Context } from "../../../provider/lifecycle/context";
import { providerOn } from "../../support/own-process";
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
    const emulator = await startForTest();
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
    return providerOn(contextOf(client, this.#journal));
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

function contextOf(client: Client, journal: MemoryJournal): Context {
  const caches = new Map(
    kinds.map((kind) => [
      kind.name,
      new ObjectCache(
        kind,
        () => client,
        () => performance.now(),
      ),
    ]),
  );
  return {
    ...processWith(kindNamed("User"), journal),
    client: () => client,
    objects: ({ name }) => caches.get(name) as ObjectCache,
    kindNamed,
    today: Date.now,
    oneAtATime: (_object, work) => work(),
  };
}

function kindNamed(name: string): Kind {
  const found = kinds.find((kind) => kind.name === name);
  if (found === undefined) {
    throw new Error(`There is no kind ${name}`);
  }
  return found;
}
