import type { ResourceType } from "../../../../provider/contract";
import { may, type Target } from "../../../../emulator/access/permissions";
import { administrator, member, smallTree } from "../support/worlds";

const world = smallTree();
const of = (type: ResourceType, organisation: string, more: Partial<Target> = {}): Target => ({
  type,
  organisation,
  ...more,
});

describe("a data manager", () => {
  const manager = member({ "2": "dataManager" });

  it.each(["create", "read", "edit", "delete"])("may %s datasets of the own organisation only", (permission) => {
    expect(may(world, manager, permission, of("Bucket", "2"))).toBe(true);
    expect(may(world, manager, permission, of("Bucket", "1"))).toBe(false);
    expect(may(world, manager, permission, of("Bucket", "3"))).toBe(false);
  });

  it("reads schemas of organisations above only", () => {
    const readable = ["1", "2", "3", "4"].filter((id) => may(world, manager, "read", of("Schema", id)));
    expect(readable).toEqual(["1", "2"]);
  });

  it("may not create schemas or organisations", () => {
    expect(may(world, manager, "create", of("Schema", "2"))).toBe(false);
    expect(may(world, manager, "create", of("Organisation", "2"))).toBe(false);
  });
});

describe("a theme manager", () => {
  it("may create what a data manager may not, in the own organisation", () => {
    const manager = member({ "2": "themeManager" });
    const types = ["Theme", "Schema", "TransformationProject"] as const;
    expect(types.map((type) => may(world, manager, "create", of(type, "2")))).toEqual([true, true, true]);
    expect(types.map((type) => may(world, manager, "create", of(type, "3")))).toEqual([false, false, false]);
  });
});

describe("a Superuser", () => {
  const superuser = member({ "2": "orgAdmin" });

  it("rules the own organisation and everything below, at any depth", () => {
    const root = member({ "1": "orgAdmin" });
    expect(["1", "2", "3", "4"].map((id) => may(world, root, "edit", of("Organisation", id)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("rules nothing above or beside", () => {
    expect(may(world, superuser, "edit", of("Organisation", "1"))).toBe(false);
    expect(may(world, superuser, "delete", of("Bucket", "4"))).toBe(false);
  });

  it("creates users only in the own organisation and below, although roles.json names no condition (docs/platform.md#users)", () => {
    const allowed = ["1", "2", "3", "4"].filter((id) => may(world, superuser, "create", of("User", id)));
    expect(allowed).toEqual(["2", "3"]);
  });
});

describe("conditions of a single thing", () => {
  it("lets everybody who is logged in edit the own profile, and no other", () => {
    const someone = member({});
    expect(may(world, someone, "edit", { type: "User", user: someone.id })).toBe(true);
    expect(may(world, someone, "edit", { type: "User", user: "8" })).toBe(false);
  });
});

describe("somebody without a login", () => {
  it("may do nothing that the roles file restricts", () => {
    expect(may(world, undefined, "read", of("Bucket", "1"))).toBe(false);
    expect(may(world, undefined, "read", of("Organisation", "1"))).toBe(false);
    expect(may(world, undefined, "comment", of("Schema", "1"))).toBe(false);
  });
});

describe("an administrator", () => {
  it("stands outside the roles and may do everything", () => {
    expect(may(world, administrator, "delete", of("Bucket", "4"))).toBe(true);
    expect(may(world, administrator, "anything", of("Theme", "3"))).toBe(true);
  });
});
