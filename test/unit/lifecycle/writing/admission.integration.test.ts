import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { headers } from "../../../../provider/contract";
import { kinds, type Kind, type Values } from "../../../../provider/kinds";
import { writesOf } from "../../../../provider/lifecycle/writing/admission";
import { Stack, Tenant, type Declaration } from "../stack";

/** The emulator behind a server that does not say that it is one, as no real hale»connect does. */
let tenant: Tenant;
let front: Server;
let asked: string[];
let stack: Stack;
let url: string;
beforeAll(async () => {
  tenant = await Tenant.start();
  front = createServer((incoming, reply) => {
    const { method = "GET", url = "/" } = incoming;
    asked.push(`${method} ${url}`);
    const onward = request(`${tenant.emulator.url}${url}`, { method, headers: incoming.headers }, (answer) => {
      const { [headers.emulator]: _says, ...others } = answer.headers;
      reply.writeHead(answer.statusCode ?? 500, others);
      answer.pipe(reply);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});
afterAll(async () => {
  front.closeAllConnections();
  await new Promise((resolve) => front.close(resolve));
  await tenant.stop();
});
beforeEach(() => {
  asked = [];
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password, url));
});

const declaration = (kind: string, values: object): Declaration => ({
  kind,
  name: kind,
  values: () => values as never,
});

describe("a write whose form is not certain", () => {
  it.each([
    declaration("OrganisationMembers", { organisation: "1", members: [] }),
    declaration("OrganisationSharingList", { organisation: "1", sharedWith: [] }),
    declaration("CswConfiguration", { organisation: "1", date: "2026-01-01" }),
    declaration("RoleAssignment", { organisation: "1", user: "1", role: "orgAdmin" }),
  ])("is refused before the login: $kind", async (it) => {
    await expect(stack.up([it])).rejects.toThrow(/^HC5001 /);
    expect(asked).toEqual(["GET /", "GET /accounts/swagger.yaml"]);
    expect(stack.states.size).toBe(0);
  });

  it("is refused before the login, even when a list is deleted", async () => {
    let from = tenant.emulator.url;
    const held = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password, from));
    await held.up([declaration("OrganisationMembers", { organisation: "1", members: [] })]);
    from = url;
    await expect(held.destroy()).rejects.toThrow(/^HC5001 /);
    expect(asked).toEqual(["GET /", "GET /accounts/swagger.yaml"]);
  });

  it("counts even if it is sent only after the creation: a user to be deactivated", () => {
    const user = kinds.find(({ name }) => name === "User") as Kind;
    const sent = (declared: object) =>
      writesOf(user, "create", declared as Values)
        .flat()
        .map(({ id }) => id);
    expect(sent({ active: false })).toEqual(["createUser", "deactivateUser"]);
    expect(sent({ active: true })).toEqual(["createUser"]);
  });
});

describe("an existing object", () => {
  it("is adopted, checked and refreshed by reading alone, if it matches its declaration", async () => {
    const id = await tenant.organisation("There");
    const there = declaration("Organisation", { name: "There", parent: "1", adopt: "required" });
    await stack.preview([there]);
    await stack.up([there], { refresh: true });
    expect(stack.states.get("Organisation")?.id).toBe(id);
    await stack.up([there], { refresh: true });
    const changed = declaration("Organisation", { name: "There", parent: "1", adopt: "required", description: "new" });
    await expect(stack.up([changed])).rejects.toThrow(/HC5001 updateOrganisation/);
    await stack.destroy();
    expect(asked.filter((it) => !/^GET|auth\/login$/.test(it))).toEqual([]);
  });
});
