import { roles, type Roles } from "../../../../provider/contract";
import { grantOf, hasFlag, managesBelow } from "../../../../emulator/access/grants";

describe("what a role allows", () => {
  it("is the union of the conditions along the roles that it extends (docs/platform.md#roles-and-permissions)", () => {
    expect(grantOf(roles, "orgAdmin", "Bucket", "edit")).toEqual(new Set(["suborganisations", "organisation"]));
    expect(grantOf(roles, "dataManager", "Bucket", "edit")).toEqual(new Set(["organisation"]));
  });

  it("is nothing if no role in the line says anything", () => {
    expect(grantOf(roles, "dataManager", "TransformationProject", "create")).toEqual(new Set());
    expect(grantOf(roles, "user", "Bucket", "read")).toEqual(new Set());
    expect(grantOf(roles, "orgAdmin", "Schema", "no such permission")).toEqual(new Set());
  });

  it("reaches everywhere if one role grants it without a condition", () => {
    expect(grantOf(roles, "dataManager", "Organisation", "read")).toBe("everywhere");
    expect(grantOf(roles, "orgAdmin", "User", "create")).toBe("everywhere");
  });

  it("uses the acting role's form of a required permission, not the declaring role's", () => {
    expect(grantOf(roles, "anonymous", "Bucket", "editMetadata")).toEqual(new Set());
    expect(grantOf(roles, "dataManager", "Bucket", "editMetadata")).toEqual(new Set(["organisation"]));
    expect(grantOf(roles, "orgAdmin", "Bucket", "editMetadata")).toEqual(new Set(["organisation", "suborganisations"]));
  });

  it("keeps a Superuser from reading themes and schemas in suborganisations (docs/platform.md#superusers)", () => {
    expect(grantOf(roles, "orgAdmin", "Theme", "read")).toEqual(new Set(["organisation", "parentOrg"]));
    expect(grantOf(roles, "orgAdmin", "Schema", "read")).toEqual(new Set(["organisation", "parentOrg"]));
  });

  it("comes to an end if permissions require each other", () => {
    const circular: Roles = {
      ...roles,
      anonymous: {
        ...roles.anonymous,
        resources: { Bucket: { read: { requires: "edit" }, edit: { requires: "read" } } },
      },
    };
    expect(grantOf(circular, "anonymous", "Bucket", "read")).toEqual(new Set());
  });
});

describe("a flag of a role", () => {
  it("belongs to the role that declares it and to those that extend it", () => {
    expect(hasFlag(roles, "orgAdmin", "viewSystemInfo")).toBe(true);
    expect(hasFlag(roles, "themeManager", "viewSystemInfo")).toBe(false);
    expect(hasFlag(roles, "orgAdmin", "awsGrantAccess")).toBe(false);
    const open: Roles = { ...roles, user: { ...roles.user, application: { viewSystemInfo: true } } };
    expect(hasFlag(open, "dataManager", "viewSystemInfo")).toBe(true);
  });
});

it("the Superuser is known by what the role allows, whatever it is called", () => {
  const { orgAdmin: chief, ...others } = roles;
  expect(managesBelow(roles, "orgAdmin")).toBe(true);
  expect(managesBelow({ ...others, chief }, "chief")).toBe(true);
  expect(managesBelow({ ...others, chief }, "themeManager")).toBe(false);
});
