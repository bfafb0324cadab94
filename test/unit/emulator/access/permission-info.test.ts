import { permissionInfo } from "../../../../emulator/access/permission-info";
import { administrator, member, smallTree } from "../support/worlds";

const world = smallTree();

describe("permission info (docs/platform.md#permission-info)", () => {
  it("gives lists for organisations, since a plain true counts as denied (docs/platform.md#permission-info)", () => {
    const manager = member({ "2": "themeManager", "4": "user" });
    expect(permissionInfo(world, manager, "TransformationProject", "create")).toEqual({
      user: false,
      organisations: { "2": ["organisation"], "4": false },
    });
    expect(permissionInfo(world, manager, "Organisation", "read").organisations).toEqual({
      "2": ["organisation"],
      "4": ["organisation"],
    });
  });

  it("names every condition of an organisation", () => {
    expect(permissionInfo(world, member({ "2": "dataManager" }), "Schema", "read").organisations).toEqual({
      "2": ["organisation", "parentOrg"],
    });
  });

  it("leaves out organisations in which the caller has no role", () => {
    expect(permissionInfo(world, member({ "3": "themeManager" }), "Schema", "create").organisations).toEqual({
      "3": ["organisation"],
    });
  });

  it("includes a Superuser's suborganisations, in whose name they may act", () => {
    const { organisations } = permissionInfo(world, member({ "1": "orgAdmin" }), "TransformationProject", "create");
    expect(Object.keys(organisations)).toEqual(["1", "2", "3"]);
    expect(organisations["3"]).toContain("organisation");
  });

  it("shows what a Superuser above may do in a suborganisation, in spite of a lesser role there", () => {
    const info = permissionInfo(world, member({ "1": "orgAdmin", "3": "user" }), "TransformationProject", "create");
    expect(info.organisations["3"]).toEqual(["organisation"]);
  });

  it("gives to the user themselves what is bound to the person", () => {
    expect(permissionInfo(world, member({ "2": "user" }), "User", "edit").user).toEqual(["self"]);
    expect(permissionInfo(world, member({}), "User", "read").user).toBe(true);
    expect(permissionInfo(world, member({ "1": "orgAdmin" }), "Bucket", "create").user).toBe(false);
  });

  it("says yes to an administrator, and for every organisation", () => {
    expect(permissionInfo(world, administrator, "Bucket", "create")).toEqual({
      user: true,
      organisations: Object.fromEntries(["1", "2", "3", "4"].map((id) => [id, ["organisation"]])),
    });
  });
});
