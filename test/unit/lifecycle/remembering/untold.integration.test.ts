import type { Operation } from "../../../../provider/contract";
import { accounts, store } from "../../../../provider/contract";
import type { Alteration } from "../../../../emulator/server/alteration";
import type { Values } from "../../../../provider/kinds";
import { Tenant, password } from "../tenant";

let tenant: Tenant;
let county: string;
beforeAll(async () => {
  tenant = await Tenant.start();
  county = await tenant.organisation("county");
});
afterAll(() => tenant.stop());
afterEach(() => tenant.mend());

async function alter({ key: operation }: Operation, alteration: Alteration, times = 1000): Promise<void> {
  const body = JSON.stringify({ operation, fault: "altered", times, alteration });
  const headers = { "content-type": "application/json" };
  expect((await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "POST", headers, body })).ok).toBe(true);
}
const absent = (...at: string[]): Alteration => ({ at, how: "absent" });
const person = (username: string, more: Values = {}): Values => ({
  username,
  fullName: username,
  email: `${username}@users.example`,
  organisation: county,
  role: "dataManager",
  ...more,
});

describe("a field of the identity that answers leave out", () => {
  it("is no drift, no replacement and no loss for a user whose name the server no longer shows", async () => {
    const erika = tenant.resource("erika", "User");
    await erika.up(tenant.run(), person("erika"));
    await alter(accounts.getUsers, absent("*", "username"));
    await alter(accounts.getProfile, absent("username"));
    expect(await erika.refresh(tenant.run())).toBe("same");
    expect(erika.state?.outputs).toMatchObject({ username: "erika" });
    expect(await erika.up(tenant.run(), person("erika"))).toBe("same");
  });

  it.each([
    ["User", accounts.createUser, "username", () => person("max")],
    ["User", accounts.createUser, "orgRoles", () => person("moritz")],
    ["Organisation", accounts.createSuborganisation, "parent", () => ({ name: "town", parent: county })],
  ])(
    "is known from the declaration, of a new %s that %o shows without it",
    async (kind, operation, field, declared) => {
      const made = tenant.resource(`new ${kind} ${field}`, kind);
      await alter(operation, absent(field));
      await made.up(tenant.run(), declared());
      await tenant.mend();
      expect(await made.up(tenant.run(), declared())).toBe("same");
      expect(await made.refresh(tenant.run())).toBe("same");
    },
  );

  it("is no reason for a replacement if an earlier state has lost it", async () => {
    const lost = tenant.resource("lost", "Organisation");
    const declared = { name: "village", parent: county };
    await lost.up(tenant.run(), declared);
    const { parent: _parent, ...outputs } = lost.state?.outputs ?? {};
    lost.state = { ...(lost.state as NonNullable<typeof lost.state>), outputs };
    expect(await lost.up(tenant.run(), declared)).toBe("same");
  });
});

describe("an ordinary field that answers leave out", () => {
  it("is repaired once, then an error says that the server keeps another value: never a loop", async () => {
    const kim = tenant.resource("kim", "User");
    const declared = person("kim", { description: "about" });
    await kim.up(tenant.run(), declared);
    await alter(accounts.getUsers, absent("*", "description"));
    await alter(accounts.updateUser, absent("description"));
    expect(await kim.refresh(tenant.run())).toBe("changed");
    await tenant.sent("updateUser");
    await expect(kim.up(tenant.run(), declared)).rejects.toThrow(/HC6003[^]*`description`/);
    expect(await tenant.sent("updateUser")).toBe(1);
  });

  it("does not keep its former value if a write changed it, but keeps it otherwise", async () => {
    const pat = tenant.resource("pat", "User");
    await pat.up(tenant.run(), person("pat", { description: "one", contact: { city: "Soest", street: "Weg 1" } }));
    await alter(accounts.updateUser, absent("email"));
    const changed = person("pat", { description: "two", contact: { city: "Unna", street: "Weg 1" } });
    await pat.up(tenant.run(), changed);
    expect(pat.state?.outputs).toMatchObject({
      email: "pat@users.example",
      contact: { city: "Unna", street: "Weg 1" },
    });
    await tenant.mend();
    await alter(accounts.updateUser, absent("city"));
    await expect(pat.up(tenant.run(), person("pat", { contact: { city: "Werl" } }))).rejects.toThrow(/HC6003[^]*city/);
  });
});

describe("an answer that lacks the object", () => {
  it("does not prove a deletion that did not happen", async () => {
    const [one, two] = [await tenant.organisation("one"), await tenant.organisation("two")];
    const sharing = tenant.resource("sharing", "OrganisationSharing");
    await sharing.up(tenant.run(), { organisation: one, sharedWith: two });
    await alter(accounts.getOrganisation, absent("sharedWith"), 1);
    await sharing.destroy(tenant.run());
    const { sharedWith = [] } = await tenant.outOfBand.call(accounts.getOrganisation, { path: { orgId: one } });
    expect(sharedWith).toEqual([]);
  });
});

describe("a list that leaves something out", () => {
  const bucket = (name: string, adopt = "ifExists") => ({ organisation: county, name, adopt });

  it.each<[string, Alteration]>([
    ["without the names", absent("*", "name")],
    ["without the combined ids", absent("*", "combinedId")],
  ])("%s creates no second bucket of the same name", async (what, alteration) => {
    await tenant.resource(`first ${what}`, "Bucket").up(tenant.run(), bucket(what, "never"));
    await alter(store.data.listBuckets, alteration);
    const second = tenant.resource(`second ${what}`, "Bucket");
    await second.up(tenant.run(), bucket(what));
    await tenant.mend();
    const { items } = await tenant.outOfBand.list(store.data.listBuckets, {});
    expect(items.filter(({ name }) => name === what)).toHaveLength(1);
  });
});

describe("the caller's last Superuser role", () => {
  it.each<[string, Alteration]>([
    ["not told", absent("orgRoles")],
    ["told as something else than a map", { at: ["orgRoles"], how: "otherType" }],
  ])("is not removed while the roles are %s", async (what, alteration) => {
    const name = `boss.${what.length}`;
    const boss = await tenant.user(name, county, "orgAdmin");
    const declared = { user: boss, organisation: county, role: "orgAdmin", adopt: "required", onDestroy: "delete" };
    const own = tenant.resource(`own ${what}`, "RoleAssignment");
    await own.up(tenant.run(name, password), declared);
    await alter(accounts.getProfile, alteration);
    await expect(own.destroy(tenant.run(name, password))).rejects.toThrow(
      /HC5002[^]*may be the caller's own last one[^]*in an unknown form|HC2003[^]*orgRoles/,
    );
    await tenant.mend();
    expect(await tenant.rolesOf(boss)).toEqual({ [county]: "orgAdmin" });
  });
});

describe("files that nobody declared", () => {
  it("are not lost while the server does not list them", async () => {
    const roads = tenant.resource("roads", "Bucket");
    await roads.up(tenant.run(), { organisation: county, name: "Roads" });
    await alter(store.data.getBucketInfo, absent("files"));
    await expect(roads.destroy(tenant.run())).rejects.toThrow(/HC5003[^]*does not tell which files/);
  });
});
