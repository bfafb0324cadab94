import { seesOrganisation, seesUser } from "../../../../emulator/access/visibility";
import type { User } from "../../../../emulator/world/model";
import { administrator, member, smallTree } from "../support/worlds";

const seenBy = (user: User, world = smallTree()) =>
  ["1", "2", "3", "4"].filter((id) => seesOrganisation(world, user, id));

describe("the organisations that somebody sees", () => {
  it.each([
    ["a member: the own one, those above and those below", member({ "2": "user" }), ["1", "2", "3"]],
    ["somebody without an organisation: none", member({}), []],
    ["an administrator: all", administrator, ["1", "2", "3", "4"]],
  ])("are for %s", (_what, user, expected) => {
    expect(seenBy(user)).toEqual(expected);
  });

  it("include those that are shared with an own one, and those below these", () => {
    const world = smallTree();
    world.apply({ type: "organisationShared", id: "2", with: "4", by: "1", at: 0 });
    expect(seenBy(member({ "4": "user" }), world)).toEqual(["2", "3", "4"]);
    expect(seenBy(member({ "3": "user" }), world)).toEqual(["1", "2", "3"]);
    world.apply({ type: "organisationUnshared", id: "2", with: "4" });
    expect(seenBy(member({ "4": "user" }), world)).toEqual(["4"]);
  });

  it("include for a Superuser those that are shared with one below", () => {
    const world = smallTree();
    world.apply({ type: "organisationShared", id: "4", with: "3", by: "1", at: 0 });
    expect(seenBy(member({ "1": "orgAdmin" }), world)).toEqual(["1", "2", "3", "4"]);
    expect(seenBy(member({ "1": "themeManager" }), world)).toEqual(["1", "2", "3"]);
  });
});

describe("the users whom somebody sees", () => {
  const world = smallTree();
  const sees = (caller: User, user: User) => seesUser(world, caller, user);
  const erika = { ...member({ "2": "user" }, "8"), passwordHash: "hash" };

  it("are in the own branch of the tree", () => {
    expect(sees(member({ "3": "user" }), erika)).toBe(true);
    expect(sees(member({ "4": "orgAdmin" }), erika)).toBe(false);
    expect(sees(member({}), erika)).toBe(false);
  });

  it("always include oneself", () => {
    expect(sees(member({}), member({}))).toBe(true);
  });

  it.each([
    ["deactivated", { ...erika, deactivated: true }],
    ["not activated", member({ "2": "user" }, "8")],
  ])("are, when they are %s, shown to Superusers above and to nobody else", (_what, user) => {
    expect(sees(member({ "1": "orgAdmin" }), user)).toBe(true);
    expect(sees(member({ "2": "orgAdmin" }), user)).toBe(true);
    expect(sees(member({ "3": "orgAdmin" }), user)).toBe(false);
    expect(sees(member({ "2": "themeManager" }), user)).toBe(false);
    expect(sees(administrator, user)).toBe(true);
  });
});
