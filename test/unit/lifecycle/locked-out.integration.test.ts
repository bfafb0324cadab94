import type { Values } from "../../../provider/kinds";
import type { SingleResource } from "../../support/single-resource";
import { Tenant } from "./tenant";

let tenant: Tenant;
let county: string;
let town: string;
let village: string;
beforeAll(async () => {
  tenant = await Tenant.start();
  county = await tenant.organisation("county");
  town = await tenant.organisation("town", county);
  village = await tenant.organisation("village", county);
});
afterAll(() => tenant.stop());

/** The caller's own user, a Superuser of the county, adopted by the caller. */
async function boss(name: string): Promise<{ user: SingleResource; id: string; declare: (values: Values) => Values }> {
  const id = await tenant.user(name, county, "orgAdmin");
  const declare = (values: Values): Values => ({
    username: name,
    fullName: name,
    email: `${name}@users.example`,
    organisation: county,
    role: "orgAdmin",
    adopt: "required",
    ...values,
  });
  const user = tenant.resource(name, "User");
  await user.up(tenant.run(name), declare({}));
  return { user, id, declare };
}

describe("the caller's own user", () => {
  it.each([
    ["moved away from the last Superuser role", "a", { organisation: "town", role: "dataManager" }, /own last one/],
    ["given a lesser role", "b", { role: "dataManager" }, /own last one/],
    ["deactivated", "c", { active: false }, /is the caller's own and is not deactivated/],
  ])("is not %s: the preview says so, and nothing is sent", async (_what, name, values, expected) => {
    const { user, id, declare } = await boss(`boss.${name}`);
    const wanted = declare({
      ...values,
      fullName: "Changed",
      ...("organisation" in values ? { organisation: town } : {}),
    });
    await expect(user.preview(tenant.run(user.name), wanted)).rejects.toThrow(
      new RegExp(`^HC3003[^]*${expected.source}`),
    );
    await expect(user.up(tenant.run(user.name), wanted)).rejects.toThrow(expected);
    expect(await tenant.rolesOf(id)).toEqual({ [county]: "orgAdmin" });
    expect(user.state?.outputs).toMatchObject({ fullName: user.name });
  });

  it("is not adopted with a lesser role or deactivated", async () => {
    await tenant.user("boss.d", county, "orgAdmin");
    const user = tenant.resource("boss.d", "User");
    const wanted = { username: "boss.d", fullName: "D", email: "boss.d@users.example", adopt: "required" };
    await expect(
      user.up(tenant.run("boss.d"), { ...wanted, organisation: county, role: "user", active: false }),
    ).rejects.toThrow(/own last one[^]*is not deactivated/);
  });

  it("moves and stays a Superuser", async () => {
    const { user, id, declare } = await boss("boss.e");
    await user.up(tenant.run("boss.e"), declare({ organisation: town }));
    expect(await tenant.rolesOf(id)).toEqual({ [town]: "orgAdmin" });
  });

  it("keeps the last Superuser role when one run takes away two", async () => {
    const id = await tenant.user("boss.f", county, "orgAdmin");
    const held = [town, village].map((organisation) => ({
      resource: tenant.resource(`f in ${organisation}`, "RoleAssignment"),
      declared: { user: id, organisation, role: "orgAdmin" },
    }));
    for (const { resource, declared } of held) {
      await resource.up(tenant.run(), declared);
    }
    const own = tenant.resource("f in the county", "RoleAssignment");
    await own.up(tenant.run(), {
      user: id,
      organisation: county,
      role: "orgAdmin",
      adopt: "required",
      onDestroy: "delete",
    });
    const run = tenant.run("boss.f");
    await own.destroy(run);
    await held[0]?.resource.destroy(run);
    await expect(held[1]?.resource.destroy(run)).rejects.toThrow(/HC5002[^]*own last one/);
  });
});

describe("a screen name that another user has", () => {
  const person = (name: string, values: Values = {}): Values => ({
    username: name,
    fullName: name,
    email: `${name}@users.example`,
    organisation: county,
    role: "user",
    ...values,
  });

  it("is refused before anything is sent, for a new user and for a change", async () => {
    await tenant.resource("shown", "User").up(tenant.run(), person("shown", { screenName: "Erika M." }));
    const other = tenant.resource("other", "User");
    const wanted = person("other", { screenName: "Erika M." });
    await expect(other.up(tenant.run(), wanted)).rejects.toThrow(
      /HC3003 the screen name "Erika M." belongs to user \d+ \(shown\)/,
    );
    await other.up(tenant.run(), person("other"));
    await expect(other.preview(tenant.run(), wanted)).rejects.toThrow(/HC3003 the screen name "Erika M." belongs to/);
  });
});
