import { accounts } from "../../../../provider/contract";
import { Tenant } from "../tenant";

let tenant: Tenant;
let warnings: string[];
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
beforeEach(() => {
  warnings = [];
  jest.spyOn(console, "warn").mockImplementation((text: string) => warnings.push(text));
});
afterEach(() => jest.restoreAllMocks());

async function there(name: string): Promise<string> {
  const body = { name, description: "by hand" };
  return (await tenant.outOfBand.call(accounts.createSuborganisation, { path: { orgId: "1" }, body })).id;
}

describe("the warning about an adoption", () => {
  it("comes in the preview and in the run, with the id, the present values, the new ones, and that the object stays", async () => {
    const id = await there("Told");
    const told = tenant.resource("told", "Organisation");
    const declared = { name: "Told", parent: "1", description: "ours", adopt: "ifExists" };
    await told.preview(tenant.run(), declared);
    const said = `Organisation "Told" below organisation 1, with id ${id}, exists already. The provider takes it over and does not create it. What changes: \`description\` is "by hand" and becomes "ours". \`pulumi destroy\` leaves it on the server, unless you declare \`onDestroy: "delete"\`.`;
    expect(warnings).toEqual([said]);
    await told.up(tenant.run(), declared);
    expect(warnings).toEqual([said, said]);
    await told.destroy(tenant.run());
    expect(warnings.at(-1)).toMatch(/stays on the server, because it was adopted/);
  });

  it("quotes no secret", async () => {
    await there("Secret");
    const secret = { name: "Secret", parent: "1", description: "ours", adopt: "ifExists", __secrets: ["description"] };
    await tenant.resource("secret", "Organisation").preview(tenant.run(), secret);
    expect(warnings.join()).toMatch(/`description` changes \(both values are secret\)/);
    expect(warnings.join()).not.toMatch(/by hand|ours/);
  });

  it("describes a list member by member", async () => {
    const organisation = await there("Listed");
    const user = await tenant.user("listed", organisation);
    const members = [{ user, role: "themeManager" }];
    await tenant.resource("members", "OrganisationMembers").preview(tenant.run(), { organisation, members });
    expect(warnings.join()).toMatch(
      /exists already\. The provider attaches it and changes it: of `members` .*dataManager.* becomes .*themeManager/,
    );
  });

  it("leaves out a member that matches its declaration, in whatever order its parts are", async () => {
    const organisation = await there("Listed as well");
    const [same, added] = [await tenant.user("same", organisation), await tenant.user("added", "1")];
    const members = [
      { role: "dataManager", user: same },
      { user: same, role: "dataManager" },
    ].map((it) => [it, { user: added, role: "user" }]);
    for (const [index, declared] of members.entries()) {
      const resource = tenant.resource(`members ${index}`, "OrganisationMembers");
      await resource.preview(tenant.run(), { organisation, members: declared });
      const about = `OrganisationMembers of organisation ${organisation}, with id ${organisation},`;
      expect(warnings.pop()).toBe(
        `${about} exists already. The provider attaches it and changes it: {"user":"${added}","role":"user"} is added to \`members\`.`,
      );
    }
  });
});
