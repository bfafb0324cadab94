import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), program());
});
afterAll(() => tenant.stop());

const county = 'const county = new Organisation("county", { name: "Kreis", parent: "1" });';
const roads = 'const roads = new Bucket("roads", { organisation: county, name: "Roads" });';

describe("a reference to a missing object is an error in the preview, before its organisation is created", () => {
  it.each([
    [
      "a preset",
      ['new Schema("it", { organisation: county, name: "Addresses", preset: "inspire-adresses" });'],
      /there is no preset "inspire-adresses"/,
    ],
    [
      "a collaborator",
      [roads, 'new ContentSharing("it", { content: roads, collaborator: "4711" });'],
      /there is no user 4711/,
    ],
    [
      "a user and a role",
      ['new RoleAssignment("it", { organisation: county, user: "4712", role: "king" });'],
      /there is no user 4712[^]*there is no role \\?"king/,
    ],
  ])("%s", async (_what, lines, expected) => {
    tenant.edit(program(county, ...lines));
    const { code, output } = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(output).toMatch(expected);
    expect(code).not.toBe(0);
  });
});
