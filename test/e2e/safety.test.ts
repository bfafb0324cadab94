import fs from "node:fs";
import path from "node:path";
import type { Summary } from "../../provider/client";
import { OutOfBand } from "./support/out-of-band";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

const organisation = (description: string) =>
  program(`new Organisation("county", { name: "Kreis Muster", parent: "1", description: "${description}" });`);

/** One life of a stack, told in order. */
let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), organisation("ours"));
});
afterAll(() => tenant.stop());

const plain = (verb: string) => [verb, "--yes", "--skip-preview", "--non-interactive"];

describe("a stack that is pointed at another server by mistake", () => {
  it("changes and deletes nothing there, although the ids are the same", async () => {
    await tenant.stack.up();
    await tenant.withAnotherServer(async (url) => {
      const other = new OutOfBand(url, tenant.emulator.username, tenant.emulator.password);
      await other.send("POST", "/accounts/v1/organisations/1/suborganisations", { name: "Precious" });
      tenant.edit(organisation("changed"));
      const mistaken = { HALECONNECT_URL: url };
      for (const verb of ["up", "refresh", "destroy"]) {
        const { code, output } = await tenant.pulumi(plain(verb), mistaken);
        expect(code).not.toBe(0);
        expect(output).toMatch(/HC6005 The state has Organisation 2 of http/);
        expect(output).not.toContain("shown with its resource");
      }
      expect(await other.organisation("Precious")).not.toHaveProperty("description");
    });
    expect((await tenant.stack.up()).summary.resourceChanges).toMatchObject({ update: 1 });
  });
});

describe("an account that does not see the stack's objects", () => {
  it("neither destroys nor refreshes it away", async () => {
    const elsewhere = await tenant.outOfBand.send("POST", "/accounts/v1/organisations", { name: "Elsewhere" });
    const stranger = {
      username: "stranger",
      fullName: "Sees Nothing",
      email: "s@example.org",
      organisation: (elsewhere as { id: string }).id,
      role: "orgAdmin",
      password: "Kein-Recht-1",
    };
    await tenant.outOfBand.send("POST", "/accounts/v1/users", stranger);
    const login = { HALECONNECT_USERNAME: stranger.username, HALECONNECT_PASSWORD: stranger.password };
    for (const verb of ["refresh", "destroy"]) {
      const { code, output } = await tenant.pulumi(plain(verb), login);
      expect(code).not.toBe(0);
      expect(output).toMatch(/HC6004 stranger does not see Organisation \d+, which admin saw last/);
    }
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
    expect(await tenant.outOfBand.names()).toContain("Kreis Muster");
  });

  it("may see as much as the former one: then a refresh shows no change", async () => {
    const colleague = {
      username: "colleague",
      fullName: "Sees All",
      email: "c@example.org",
      organisation: "1",
      role: "orgAdmin",
      password: "Alles-Recht-1",
    };
    await tenant.outOfBand.send("POST", "/accounts/v1/users", colleague);
    const login = { HALECONNECT_USERNAME: colleague.username, HALECONNECT_PASSWORD: colleague.password };
    const { code } = await tenant.pulumi(["refresh", "--yes", "--expect-no-changes", "--non-interactive"], login);
    expect(code).toBe(0);
  });
});

describe("HALECONNECT_SUMMARY", () => {
  it("counts every request to the server, down to the last one of each process", async () => {
    const file = path.join(tenant.home, "summary.json");
    const counted = async (args: readonly string[]) => {
      await tenant.requests();
      fs.rmSync(file, { force: true });
      const { code } = await tenant.pulumi(args, { HALECONNECT_SUMMARY: file });
      expect(code).toBe(0);
      const { total } = JSON.parse(fs.readFileSync(file, "utf8")) as Summary;
      expect(total.requests).toBe((await tenant.requests()).length);
      return total.requests;
    };
    expect(await counted(plain("destroy"))).toBeGreaterThan(3);
    expect(await counted(["up", "--yes", "--non-interactive"])).toBeGreaterThan(3);
    expect(await counted(["up", "--yes", "--non-interactive"])).toBe(0);
    expect(await counted(plain("refresh"))).toBeGreaterThan(1);
  });
});

describe("a server that is down", () => {
  it("is told in full once, however many resources there are", async () => {
    tenant.edit(program('for (const n of "ABCDEFGH") new Organisation(n, { name: n, parent: "1" });'));
    await tenant.stack.up();
    const { output } = await tenant.pulumi(plain("refresh"), { HALECONNECT_URL: "http://127.0.0.1:9" });
    expect(output.match(/next: /g)).toHaveLength(1);
    expect(output).not.toContain("shown with its resource");
  });
});
