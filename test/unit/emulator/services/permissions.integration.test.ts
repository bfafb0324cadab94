import { startPlatform, type Platform } from "../support/visitor";

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.emulator.close());

describe("the roles of the platform (docs/platform.md#roles-and-permissions)", () => {
  it("come each after the role that it extends, and say whether people can be given it", async () => {
    const { status, body } = await platform.admin.get("/accounts/v1/roles");
    expect(status).toBe(200);
    const list = body as { id: string; extends?: string; assignable: boolean }[];
    expect(list.map((role) => [role.id, role.extends, role.assignable])).toEqual([
      ["anonymous", undefined, false],
      ["user", "anonymous", true],
      ["dataManager", "user", true],
      ["themeManager", "dataManager", true],
      ["orgAdmin", "themeManager", true],
    ]);
  });

  it("say what they allow, as in the file, and what they are called", async () => {
    const { body } = await platform.admin.get("/accounts/v1/roles");
    expect(body).toContainEqual(
      expect.objectContaining({
        id: "orgAdmin",
        label: { en: "Superuser", de: "Superanwender" },
        application: { viewSystemInfo: true },
        resources: expect.objectContaining({
          Organisation: {
            create: ["organisation", "suborganisations"],
            edit: ["organisation", "suborganisations"],
            delete: ["organisation", "suborganisations"],
            assignRole: ["organisation", "suborganisations"],
          },
        }) as object,
      }),
    );
  });

  it("are shown to those who are logged in", async () => {
    expect((await platform.anonymous.get("/accounts/v1/roles")).status).toBe(401);
  });
});
