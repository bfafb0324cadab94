import { manages, mayToUser } from "../../../../emulator/access/user-management";
import { administrator, member, smallTree } from "../support/worlds";

const world = smallTree();
const erika = member({ "2": "user", "4": "user" }, "8");

describe("power over a user", () => {
  it("belongs to Superusers of any of the user's organisations, or above", () => {
    const superusers = ["1", "2", "3", "4"].map((id) => member({ [id]: "orgAdmin" }));
    expect(superusers.map((it) => mayToUser(world, it, "disable", erika))).toEqual([true, true, false, true]);
    expect(superusers.map((it) => mayToUser(world, it, "delete", erika))).toEqual([true, true, false, true]);
    expect(superusers.map((it) => manages(world, it, erika))).toEqual([true, true, false, true]);
  });

  it("belongs to no other role", () => {
    const manager = member({ "2": "themeManager" });
    expect(mayToUser(world, manager, "disable", erika)).toBe(false);
    expect(mayToUser(world, manager, "edit", erika)).toBe(false);
    expect(manages(world, manager, erika)).toBe(false);
  });

  it("belongs to the user for the own profile only (docs/platform.md#roles-and-permissions: self)", () => {
    expect(mayToUser(world, erika, "edit", erika)).toBe(true);
    expect(mayToUser(world, erika, "disable", erika)).toBe(false);
    expect(manages(world, erika, erika)).toBe(false);
  });

  it("belongs to administrators over everybody, even over users without an organisation, and to nobody over them", () => {
    const operator = { ...administrator, orgRoles: { "1": "orgAdmin" as const } };
    const superuser = member({ "1": "orgAdmin" });
    expect(mayToUser(world, operator, "delete", member({}))).toBe(true);
    expect(manages(world, operator, member({}))).toBe(true);
    expect(manages(world, superuser, member({}))).toBe(false);
    expect(mayToUser(world, superuser, "delete", operator)).toBe(false);
    expect(manages(world, superuser, operator)).toBe(false);
  });
});
