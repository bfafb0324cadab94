import { World } from "../../../../emulator/world/world";
import { member, smallTree } from "../support/worlds";

describe("the tree of organisations", () => {
  it("knows what lies below and above at any depth", () => {
    const { organisations } = smallTree();
    expect(organisations.descendantsOf("1").map(({ id }) => id)).toEqual(["2", "3"]);
    expect(organisations.childrenOf("1").map(({ id }) => id)).toEqual(["2"]);
    expect(organisations.isBelow("3", "1")).toBe(true);
    expect(organisations.isBelow("1", "1")).toBe(false);
    expect(organisations.isBelow("4", "1")).toBe(false);
  });

  it("finds a name among siblings only", () => {
    const { organisations } = smallTree();
    expect(organisations.sibling("1", "Organisation 2")?.id).toBe("2");
    expect(organisations.sibling("2", "Organisation 2")).toBeUndefined();
    expect(organisations.sibling(undefined, "Organisation 4")?.id).toBe("4");
  });

  it("gives no id twice, also after a deletion", () => {
    const world = smallTree();
    world.apply({ type: "organisationDeleted", id: "4" });
    expect(world.organisations.nextId).toBe("5");
    expect(world.organisations.get("4")).toBeUndefined();
    expect(world.organisations.sibling(undefined, "Organisation 4")).toBeUndefined();
  });

  it("clears what is changed to an empty text and leaves the rest", () => {
    const world = smallTree();
    world.apply({ type: "organisationUpdated", id: "2", changes: { city: "Musterstadt", zip: "12345" } });
    world.apply({ type: "organisationUpdated", id: "2", changes: { zip: "" } });
    expect(world.organisations.get("2")).toMatchObject({ name: "Organisation 2", city: "Musterstadt" });
    expect(world.organisations.get("2")).not.toHaveProperty("zip");
  });
});

describe("users", () => {
  it("stay when their organisation is deleted, without it and their role in it (facts 3.1)", () => {
    const world = smallTree();
    world.apply({ type: "userCreated", user: member({ "3": "orgAdmin", "4": "user" }) });
    world.apply({ type: "organisationDeleted", id: "3" });
    expect(world.users.get("7")?.orgRoles).toEqual({ "4": "user" });
    expect(world.users.membersOf("3")).toEqual([]);
  });

  it("are found by user name, screen name, and e-mail address in any case", () => {
    const world = new World();
    world.apply({ type: "userCreated", user: { ...member({}), email: "Erika@Users.example" } });
    expect(world.users.named("user7")?.id).toBe("7");
    expect(world.users.shownAs("User 7")?.id).toBe("7");
    expect(world.users.withEmail("erika@users.EXAMPLE")?.id).toBe("7");
    expect(world.users.named("User 7")).toBeUndefined();
  });
});
