import { accounts, actions } from "../../../provider/contract";
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
  town = await tenant.organisation("town");
  village = await tenant.organisation("village");
});
afterAll(() => tenant.stop());
afterEach(() => tenant.mend());

const person = (username: string, values: Values): Values => ({
  username,
  fullName: username,
  email: `${username}@users.example`,
  organisation: county,
  role: "dataManager",
  ...values,
});

/** A user at home in the county. */
async function atHome(username: string): Promise<{ user: SingleResource; id: string }> {
  const user = tenant.resource(username, "User");
  await user.up(tenant.run(), person(username, {}));
  return { user, id: user.state?.id ?? "" };
}

describe("a user whose move was interrupted", () => {
  it.each([
    ["before the former role was taken away", "removeMember"],
    ["before anything was sent of it", "addMember"],
    ["by an update of something else", "updateUser"],
  ])("%s leaves the former home with the next run", async (_when, operation) => {
    const { user, id } = await atHome(`kim.${operation.toLowerCase()}`);
    const moved = person(user.name, { organisation: town, fullName: "Kim" });
    await tenant.fail(operation);
    await expect(user.up(tenant.run(), moved)).rejects.toThrow(/HC6001/);
    await tenant.mend();

    expect(await user.refresh(tenant.run())).toBe("changed");
    expect(await user.up(tenant.run(), moved)).toBe("updated");
    expect(await tenant.rolesOf(id)).toEqual({ [town]: "dataManager" });
    expect(await user.up(tenant.run(), moved)).toBe("same");
  });

  it("leaves both homes if the program has changed its mind meanwhile", async () => {
    const { user, id } = await atHome("kim.undecided");
    await tenant.fail("removeMember");
    await expect(user.up(tenant.run(), person(user.name, { organisation: town }))).rejects.toThrow(/HC6001/);
    await tenant.mend();

    await user.up(tenant.run(), person(user.name, { organisation: village }));
    expect(await tenant.rolesOf(id)).toEqual({ [village]: "dataManager" });
  });

  it("stays at home if the program takes the move back", async () => {
    const { user, id } = await atHome("kim.returning");
    await tenant.fail("removeMember");
    await expect(user.up(tenant.run(), person(user.name, { organisation: town }))).rejects.toThrow(/HC6001/);
    await tenant.mend();

    await user.up(tenant.run(), person(user.name, {}));
    expect(await tenant.rolesOf(id)).toEqual({ [county]: "dataManager" });
  });
});

describe("roles that other resources gave meanwhile", () => {
  it("do not prevent a move there, whether or not the state knows them", async () => {
    for (const isRefreshed of [false, true]) {
      const { user, id } = await atHome(`kim.refreshed.${isRefreshed}`);
      const helps = tenant.resource(`${user.name} helps`, "RoleAssignment");
      await helps.up(tenant.run(), { user: id, organisation: town, role: "dataManager" });
      if (isRefreshed) {
        await user.refresh(tenant.run());
      }
      expect(await user.up(tenant.run(), person(user.name, { organisation: town }))).toBe("updated");
      expect(await tenant.rolesOf(id)).toEqual({ [town]: "dataManager" });
    }
  });

  it("come back with a change of the role after a removal by hand, without a refresh", async () => {
    const { user, id } = await atHome("kim.without");
    await tenant.outOfBand.call(accounts.removeMember, { path: { orgId: county, userId: id } });
    expect(await user.up(tenant.run(), person(user.name, { role: "themeManager" }))).toBe("updated");
    expect(await tenant.rolesOf(id)).toEqual({ [county]: "themeManager" });
  });

  it("may be declared at the former home in the same run", async () => {
    const { user, id } = await atHome("kim.back");
    const helps = tenant.resource("kim.back helps", "RoleAssignment");
    const [moved, assignment] = [
      person(user.name, { organisation: town }),
      { user: id, organisation: county, role: "user" },
    ];
    const preview = tenant.run();
    await user.preview(preview, moved);
    expect(await helps.preview(preview, assignment)).toBe("created");
    const run = tenant.run();
    await user.up(run, moved);
    expect(await helps.up(run, assignment)).toBe("created");
    expect(await tenant.rolesOf(id)).toEqual({ [town]: "dataManager", [county]: "user" });
  });
});

describe("an object that is missing on the server", () => {
  it("is named in the error, if the user exists", async () => {
    const { user } = await atHome("kim.nowhere");
    const gone = await tenant.organisation("gone");
    const run = tenant.run();
    const moved = person(user.name, { organisation: gone });
    await user.preview(run, moved);
    await tenant.outOfBand.call(actions.deleteOrganisation, { path: { orgId: gone } });
    await expect(user.up(run, moved)).rejects.toThrow(/^(?![^]*no longer on the server)[^]*HC2/);
  });

  it("does not keep a refresh from showing what is gone, since a refresh sends nothing", async () => {
    const user = tenant.resource("kim.homeless", "User");
    const home = await tenant.organisation("closing");
    await user.up(tenant.run(), person(user.name, { organisation: home }));
    await tenant.outOfBand.call(actions.deleteOrganisation, { path: { orgId: home } });
    await expect(user.refresh(tenant.run())).resolves.toBe("changed");
  });

  it("leads to a helpful remedy for the role of an invited person", async () => {
    const { user, id } = await atHome("kim.invited");
    const body = { username: user.name, email: `${user.name}@users.example`, role: "user" };
    await tenant.outOfBand.call(accounts.inviteMember, { path: { orgId: town }, body });
    const assignment = tenant.resource("kim.invited helps", "RoleAssignment");
    const declared = { user: id, organisation: town, role: "user", adopt: "ifExists" };
    await expect(assignment.up(tenant.run(), declared)).rejects.toThrow(/HC3003 user \d+ is invited to organisation/);
    const invitation = tenant.resource("kim.invited invitation", "Invitation");
    expect(await invitation.up(tenant.run(), { ...body, organisation: town, adopt: "ifExists" })).toBe("created");
  });
});
