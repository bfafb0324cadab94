import { roles } from "../../../../provider/contract";
import { grantOf, hasFlag, type Roles } from "../../../../emulator/access/grants";

describe("what a role allows", () => {
  it("is the union of the conditions along the roles that it extends (docs/platform.md#roles-and-permissions)", () => {
    expect(grantOf("orgAdmin", "Bucket", "edit")).toEqual(new Set(["suborganisations", "organisation"]));
    expect(grantOf("dataManager", "Bucket", "edit")).toEqual(new Set(["organisation"]));
  });

  it("is nothing if no role in the line says anything", () => {
    expect(grantOf("dataManager", "TransformationProject", "create")).toEqual(new Set());
    expect(grantOf("user", "Bucket", "read")).toEqual(new Set());
    expect(grantOf("orgAdmin", "Schema", "no such permission")).toEqual(new Set());
  });

  it("reaches everywhere if one role grants it without a condition", () => {
    expect(grantOf("dataManager", "Organisation", "read")).toBe("everywhere");
    expect(grantOf("orgAdmin", "User", "create")).toBe("everywhere");
  });

  it("uses the acting role's form of a required permission, not the declaring role's", () => {
    expect(grantOf("anonymous", "Bucket", "editMetadata")).toEqual(new Set());
    expect(grantOf("dataManager", "Bucket", "editMetadata")).toEqual(new Set(["organisation"]));
    expect(grantOf("orgAdmin", "Bucket", "editMetadata")).toEqual(new Set(["organisation", "suborganisations"]));
  });

  it("keeps a Superuser from reading themes and schemas in suborganisations (docs/platform.md#superusers)", () => {
    expect(grantOf("orgAdmin", "Theme", "read")).toEqual(new Set(["organisation", "parentOrg"]));
    expect(grantOf("orgAdmin", "Schema", "read")).toEqual(new Set(["organisation", "parentOrg"]));
  });

  it("comes to an end if permissions require each other", () => {
    const circular: Roles = {
      ...roles,
      anonymous: {
        ...roles.anonymous,
        resources: { Bucket: { read: { requires: "edit" }, edit: { requires: "read" } } },
      },
    };
    expect(grantOf("anonymous", "Bucket", "read", circular)).toEqual(new Set());
  });
});

describe("a flag of a role", () => {
  it("belongs to the role that declares it and to those that extend it", () => {
    expect(hasFlag("orgAdmin", "viewSystemInfo")).toBe(true);
    expect(hasFlag("themeManager", "viewSystemInfo")).toBe(false);
    expect(hasFlag("orgAdmin", "awsGrantAccess")).toBe(false);
    const open: Roles = { ...roles, user: { ...roles.user, application: { viewSystemInfo: true } } };
    expect(hasFlag("dataManager", "viewSystemInfo", open)).toBe(true);
  });
});
