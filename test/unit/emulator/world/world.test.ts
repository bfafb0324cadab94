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

  it("finds a name only among siblings", () => {
    const { organisations } = smallTree();
    expect(organisations.sibling("1", "Organisation 2")?.id).toBe("2");
    expect(organisations.sibling("2", "Organisation 2")).toBeUndefined();
    expect(organisations.sibling(undefined, "Organisation 4")?.id).toBe("4");
  });

  it("gives each id once, even after a deletion", () => {
    const world = smallTree();
    world.apply({ type: "organisationDeleted", id: "4" });
    expect(world.organisations.nextId).toBe("5");
    expect(world.organisations.get("4")).toBeUndefined();
    expect(world.organisations.sibling(undefined, "Organisation 4")).toBeUndefined();
  });

  it("clears fields that are changed to an empty text, and keeps the rest", () => {
    const world = smallTree();
    world.apply({ type: "organisationUpdated", id: "2", changes: { city: "Musterstadt", zip: "12345" } });
    world.apply({ type: "organisationUpdated", id: "2", changes: { zip: "" } });
    expect(world.organisations.get("2")).toMatchObject({ name: "Organisation 2", city: "Musterstadt" });
    expect(world.organisations.get("2")).not.toHaveProperty("zip");
  });
});

describe("users", () => {
  it("stay without it and their role in it when their organisation is deleted (docs/platform.md#organisations)", () => {
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

describe("the rest of a deleted user", () => {
  const world = smallTree();
  world.apply({ type: "userCreated", user: { ...member({ "2": "user" }), passwordHash: "hash" } });
  world.apply({ type: "roleOffered", user: "7", organisation: "4", role: "user", by: "1", at: 0 });
  world.apply({ type: "userDeleted", id: "7" });

  it("is the entry with its user name (docs/platform.md#user-deletion)", () => {
    expect(world.users.named("user7")).toEqual({ ...member({}), deleted: true });
    expect(world.users.nextId).toBe("8");
  });

  it("has lost its e-mail address, its screen name and its login", () => {
    expect(world.users.withEmail("user7@users.example")).toBeUndefined();
    expect(world.users.shownAs("User 7")).toBeUndefined();
    expect(world.users.namedLike("USER7")).toEqual([]);
  });
});

describe("changed users", () => {
  it("give a name up, and leave it to a user who has it by now", () => {
    const world = new World();
    world.apply({ type: "userCreated", user: member({}) });
    world.apply({ type: "userUpdated", id: "7", changes: { email: "a@users.example", screenName: "A" } });
    world.apply({
      type: "userCreated",
      user: { ...member({}, "8"), email: "user7@users.example", screenName: "User 7" },
    });
    world.apply({ type: "userUpdated", id: "7", changes: { email: "b@users.example", screenName: "B" } });
    world.apply({ type: "userDeleted", id: "7" });
    expect(world.users.withEmail("user7@users.example")?.id).toBe("8");
    expect(world.users.shownAs("User 7")?.id).toBe("8");
    expect(world.users.withEmail("a@users.example")).toBeUndefined();
  });

  it("are each found by their user name in any case", () => {
    const world = new World();
    world.apply({ type: "userCreated", user: { ...member({}, "7"), username: "Erika" } });
    world.apply({ type: "userCreated", user: { ...member({}, "8"), username: "erika" } });
    expect(world.users.named("erika")?.id).toBe("8");
    expect(world.users.namedLike("ERIKA").map(({ id }) => id)).toEqual(["7", "8"]);
  });
});

describe("mailed links", () => {
  const link = (keyHash: string, purpose: "activation" | "passwordReset" = "activation", user = "7") =>
    ({ type: "linkMailed", link: { user, purpose, keyHash, expires: 1 } }) as const;

  it("count only once for each user and purpose: the newest", () => {
    const world = new World();
    for (const event of [link("a"), link("b", "passwordReset"), link("c"), link("d", "activation", "8")]) {
      world.apply(event);
    }
    expect(["a", "b", "c", "d"].map((key) => world.links.withKey(key)?.user)).toEqual([undefined, "7", "7", "8"]);
  });

  it.each([
    { type: "passwordChanged", id: "7", passwordHash: "hash" },
    { type: "userActivated", id: "7" },
    { type: "userDeleted", id: "7" },
    { type: "userUpdated", id: "7", changes: { email: "other@users.example" } },
  ] as const)("end with $type", (event) => {
    const world = new World();
    world.apply({ type: "userCreated", user: member({}) });
    world.apply(link("a"));
    world.apply(event);
    expect(world.links.withKey("a")).toBeUndefined();
  });

  it("outlive a change of the profile", () => {
    const world = new World();
    world.apply({ type: "userCreated", user: member({}) });
    world.apply(link("a"));
    world.apply({ type: "userUpdated", id: "7", changes: { city: "Dorf", email: "user7@users.example" } });
    expect(world.links.withKey("a")).toBeDefined();
  });
});

describe("everything that belongs to an organisation", () => {
  it("is deleted with it, and nothing else", () => {
    const world = smallTree();
    for (const organisation of ["3", "4"]) {
      world.apply({ type: "capacitySet", organisation, points: 5 });
      world.apply({
        type: "tokenCreated",
        token: {
          id: organisation,
          name: "token",
          organisation,
          validFrom: 0,
          validUntil: 1,
          secretHash: "hash",
          createdBy: "1",
          created: 0,
        },
      });
      world.apply({ type: "organisationShared", id: "1", with: organisation, by: "1", at: 0 });
    }
    world.apply({ type: "organisationDeleted", id: "3" });
    expect(world.settings.of("3")).toEqual({});
    expect(world.settings.of("4")).toEqual({ capacityPoints: 5 });
    expect(world.tokens.all().map(({ id }) => id)).toEqual(["4"]);
    expect(world.organisations.get("1")?.sharedWith).toEqual([{ organisation: "4", sharedBy: "1", shared: 0 }]);
  });
});

describe("the files that the world refers to", () => {
  const file = (digit: string) => ({ type: "image/png", bytes: 1, sha256: digit.repeat(64), stored: 0 });

  const letters = ["a", "b", "c", "d", "e", "f"];
  const used = (world: World) => letters.filter((letter) => world.fileUses.has(letter.repeat(64)));
  const unused = (world: World) => world.fileUses.takeUnused().map((sha256) => sha256.slice(0, 1));

  it("include the present logos and geometries", () => {
    const world = smallTree();
    world.apply({ type: "organisationLogoSet", id: "1", logo: file("a") });
    world.apply({ type: "organisationLogoSet", id: "1", logo: file("b") });
    world.apply({ type: "organisationLogoSet", id: "2", logo: file("c") });
    world.apply({ type: "organisationLogoRemoved", id: "2" });
    world.apply({ type: "geometrySet", organisation: "3", geometry: file("d") });
    world.apply({ type: "geometrySet", organisation: "4", geometry: file("e") });
    world.apply({ type: "organisationDeleted", id: "4" });
    expect(used(world)).toEqual(["b", "d"]);
    expect(unused(world)).toEqual(["a", "c", "e"]);
    expect(unused(world)).toEqual([]);
  });

  it("include those of buckets; a file is unused when its last use has ended", () => {
    const world = smallTree();
    const [first, second] = ["11111111", "22222222"].map((id) => bucketIn(world, id));
    const stored = (id: string, name: string, letter: string) =>
      world.apply({ type: "bucketFilesStored", store: "data", id, at: 1, files: [{ ...file(letter), name }] });
    stored(first ?? "", "one", "a");
    stored(first ?? "", "two", "b");
    stored(second ?? "", "one", "a");
    stored(second ?? "", "one", "a");
    world.apply({ type: "bucketDeleted", store: "data", id: first ?? "" });
    expect(unused(world)).toEqual(["b"]);
    stored(second ?? "", "one", "c");
    expect(unused(world)).toEqual(["a"]);
    world.apply({ type: "bucketFileRemoved", store: "data", id: second ?? "", at: 2, name: "one" });
    expect(unused(world)).toEqual(["c"]);
    expect(used(world)).toEqual([]);
  });
});

describe("buckets", () => {
  it("are deleted with their organisation, and what others share with it ends", () => {
    const world = smallTree();
    bucketIn(world, "11111111", "2");
    const other = bucketIn(world, "22222222", "4");
    world.apply({ type: "bucketShared", store: "data", id: other, at: 3, organisation: "2", by: "1" });
    world.apply({ type: "organisationDeleted", id: "2" });
    expect(world.buckets.inStore("data").map(({ id }) => id)).toEqual([other]);
    expect(world.buckets.inStore("data")[0]).not.toHaveProperty("sharedWith");
  });

  it("are sorted by combined id, store by store", () => {
    const world = smallTree();
    for (const [id, owner] of [
      ["33333333", "2"],
      ["11111111", "4"],
      ["22222222", "2"],
    ] as const) {
      bucketIn(world, id, owner);
    }
    expect(world.buckets.inStore("data").map(({ id }) => id)).toEqual(["22222222", "33333333", "11111111"]);
    expect(world.buckets.inStore("schemas")).toEqual([]);
  });
});

function bucketIn(world: World, id: string, owner = "2"): string {
  world.apply({
    type: "bucketCreated",
    bucket: {
      store: "data",
      owner: { type: "org", id: owner },
      id,
      driver: "s3",
      properties: {},
      createdBy: "1",
      created: 0,
      lastModified: 0,
    },
  });
  return id;
}
