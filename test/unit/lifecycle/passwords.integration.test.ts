import type { Values } from "../../../provider/kinds";
import { Tenant, password } from "./tenant";

let tenant: Tenant;
let county: string;
let warnings: string[];
beforeAll(async () => {
  tenant = await Tenant.start();
  county = await tenant.organisation("county");
});
beforeEach(() => {
  warnings = [];
  jest.spyOn(console, "warn").mockImplementation((text: string) => warnings.push(text));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await tenant.mend();
});
afterAll(() => tenant.stop());

const another = "Moonlight-43";
const person = (username: string, values: Values = {}): Values => ({
  username,
  fullName: username,
  email: `${username}@users.example`,
  organisation: county,
  role: "user",
  ...values,
});

describe("a password", () => {
  it("that is declared later activates the user, once", async () => {
    const user = tenant.resource("kim", "User");
    await user.up(tenant.run(), person("kim"));
    expect(user.state?.outputs).toMatchObject({ status: "notActivated" });
    expect(await user.up(tenant.run(), person("kim", { password }))).toBe("updated");
    expect(await tenant.canLogIn("kim", password)).toBe(true);
    expect(await user.up(tenant.run(), person("kim", { password }))).toBe("same");
    await user.refresh(tenant.run());
    expect(await user.up(tenant.run(), person("kim", { password }))).toBe("same");
  });

  it("that could not be sent is sent in the next run", async () => {
    const user = tenant.resource("lee", "User");
    await user.up(tenant.run(), person("lee"));
    await tenant.fail("changePassword");
    await expect(user.up(tenant.run(), person("lee", { password }))).rejects.toThrow(/HC6001/);
    await tenant.mend();
    await user.up(tenant.run(), person("lee", { password }));
    expect(await tenant.canLogIn("lee", password)).toBe(true);
  });

  it("that changes without its version is not sent, and a warning says so", async () => {
    const user = tenant.resource("max", "User");
    await user.up(tenant.run(), person("max", { password }));
    expect(await user.up(tenant.run(), person("max", { password: another }))).toBe("same");
    expect(warnings).toEqual([
      expect.stringMatching(/^User \S+ was created\. Its deletion cannot be undone/),
      expect.stringMatching(
        /^`password` of User "max".* has changed, but the provider does not send it[^]*change `passwordVersion`/,
      ),
    ]);
    expect(await user.up(tenant.run(), person("max", { password: another, passwordVersion: 1 }))).toBe("updated");
    expect(await tenant.canLogIn("max", another)).toBe(true);
    expect(warnings.join()).not.toMatch(new RegExp(`${password}|${another}`));
  });

  it("of an adopted user stays until its version changes, and a warning says so", async () => {
    await tenant.user("eva", county, "user");
    const user = tenant.resource("eva", "User");
    const declared = person("eva", { password: another, passwordVersion: 1, adopt: "ifExists" });
    await user.up(tenant.run(), declared);
    expect(await tenant.canLogIn("eva", password)).toBe(true);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^User "eva", with id \d+, exists already\. The provider takes it over[^]*already matches its declaration/,
      ),
      expect.stringMatching(/^User \d+ is adopted and keeps its own `password`/),
    ]);
    expect(await user.up(tenant.run(), declared)).toBe("same");
    await user.up(tenant.run(), { ...declared, passwordVersion: 2 });
    expect(await tenant.canLogIn("eva", another)).toBe(true);
  });
});
