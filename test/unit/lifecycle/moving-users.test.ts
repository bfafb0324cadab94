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

  it("leaves both homes when the program has changed its mind meanwhile", async () => {
    const { user, id } = await atHome("kim.undecided");
    await tenant.fail("removeMember");
    await expect(user.up(tenant.run(), person(user.name, { organisation: town }))).rejects.toThrow(/HC6001/);
    await tenant.mend();

    await user.up(tenant.run(), person(user.name, { organisation: village }));
    expect(await tenant.rolesOf(id)).toEqual({ [village]: "dataManager" });
  });

  it("stays at home when the program takes the move back", async () => {
    const { user, id } = await atHome("kim.returning");
    await tenant.fail("removeMember");
    await expect(user.up(tenant.run(), person(user.name, { organisation: town }))).rejects.toThrow(/HC6001/);
    await tenant.mend();

    await user.up(tenant.run(), person(user.name, {}));
    expect(await tenant.rolesOf(id)).toEqual({ [county]: "dataManager" });
  });
});
