import { faultNames } from "../../../emulator/server/fault-plan";
import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";
import { AmbiguousWrite } from "../../../provider/client";
import { Secret } from "../../../provider/client/secret";
import { accounts, actions } from "../../../provider/contract";
import { clientFor, closeAll, failureOf, later } from "./scripted-server";

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startForTest();
  later(() => emulator.close());
});
afterEach(closeAll);

const connect = () => {
  const { url, username, password } = emulator;
  return clientFor(url, {
    credentials: { kind: "login", username, password: new Secret(password) },
    timeoutSeconds: 0.5,
  });
};

const arm = (operation: string, fault: string, times = 1): Promise<unknown> =>
  fetch(`${emulator.url}/_emulator/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ operation, fault, times, seconds: 1 }),
  });

const notExecuted = ["429", "expired-token"];
const inDoubt = faultNames.filter((fault) => !notExecuted.includes(fault) && fault !== "slow");

describe("the client with the embedded hale»connect", () => {
  it("creates, lists, reads, changes and deletes an organisation", async () => {
    const client = connect();
    const made = await client.call(accounts.createOrganisation, { body: { name: "Soest" } });
    const list = await client.list(accounts.getOrganisations, {});
    expect(list.complete).toBe(true);
    expect(list.items.map(({ name }) => name)).toContain("Soest");
    const path = { orgId: made.id };
    await client.call(accounts.updateOrganisation, { path, body: { city: "Soest" } });
    await expect(client.call(accounts.getOrganisation, { path })).resolves.toMatchObject({ city: "Soest" });
    await client.call(actions.deleteOrganisation, { path });
    expect(await failureOf(client.call(accounts.getOrganisation, { path }))).toMatchObject({ status: 404 });
    expect(client.counts()).toMatchObject({ logins: 1, retries: 0, pages: 1 });
  });

  it.each([...notExecuted, ...inDoubt])("reads and changes in spite of %s", async (fault) => {
    const client = connect();
    const { id: orgId } = await client.call(accounts.createOrganisation, { body: { name: "Soest" } });
    for (const operation of ["getOrganisations", "getOrganisation", "updateOrganisation"]) {
      await arm(operation, fault);
    }
    await expect(client.list(accounts.getOrganisations, {})).resolves.toMatchObject({ complete: true });
    await client.call(accounts.updateOrganisation, { path: { orgId }, body: { city: "Soest" } });
    const read = await client.call(accounts.getOrganisation, { path: { orgId } });
    expect(read.city).toBe("Soest");
  });

  it.each(notExecuted)("creates exactly once in spite of %s", async (fault) => {
    const client = connect();
    await arm("createOrganisation", fault);
    await client.call(accounts.createOrganisation, { body: { name: "Soest" } });
    const { items } = await client.list(accounts.getOrganisations, {});
    expect(items.filter(({ name }) => name === "Soest")).toHaveLength(1);
  });

  it.each(inDoubt)(
    "says that it does not know whether it created, and sends nothing again, after %s",
    async (fault) => {
      const client = connect();
      await arm("createOrganisation", fault);
      const error = await failureOf(client.call(accounts.createOrganisation, { body: { name: "Soest" } }));
      expect(error).toBeInstanceOf(AmbiguousWrite);
      expect(client.counts().operations["createOrganisation"]).toBe(1);
    },
  );

  it("logs in in spite of every fault", async () => {
    for (const fault of ["500", "reset-before", "truncated", "timeout"]) {
      await arm("login", fault);
    }
    await expect(connect().whoAmI()).resolves.toMatchObject({ id: expect.any(String) as string });
  });

  it("takes an e-mail address for the user name", async () => {
    const credentials = {
      kind: "login",
      username: "admin@operator.example",
      password: new Secret(emulator.password),
    } as const;
    const client = clientFor(emulator.url, { credentials });
    expect((await client.whoAmI()).id).toBe("1");
  });

  it("says that the password is wrong, after one try", async () => {
    const credentials = { kind: "login", username: emulator.username, password: new Secret("wrong password") } as const;
    const client = clientFor(emulator.url, { credentials });
    expect((await failureOf(client.whoAmI())).message).toContain("HC1002");
    await failureOf(client.list(accounts.getOrganisations, {}));
    expect(client.counts()).toMatchObject({ logins: 1, requests: 1 });
  });
});
