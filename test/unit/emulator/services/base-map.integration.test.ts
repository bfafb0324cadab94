import { organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

// 1 Operator > 2 Land > 3 Kreis.
let platform: Platform;
let admin: Visitor;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  await organisation(admin, "Kreis", "2");
});
afterEach(() => platform.emulator.close());

const configure = (id: string, map: unknown) => admin.put(`/resources/organisations/${id}/mapConfiguration`, map);
const baseMap = async (id: string, by: Visitor = admin) => by.get(`/actions/organisations/${id}/basemap`);

describe("the default base map", () => {
  it("is the platform's if nobody has chosen one", async () => {
    const { status, body } = await baseMap("3");
    expect(status).toBe(200);
    expect(body).toMatchObject({ address: expect.stringMatching(/^https:/) as string, layers: [expect.any(String)] });
    expect(body).not.toHaveProperty("organisation");
  });

  it("is the organisation's own, or else that of the nearest one above that has one", async () => {
    await configure("1", { baseMap: "https://maps.operator.example/wms", copyright: "© Operator" });
    await configure("2", { baseMap: "https://maps.land.example/wms", layers: ["a", "b"] });
    await configure("3", { copyright: "© Kreis" });
    const ofLand = { organisation: "2", address: "https://maps.land.example/wms", layers: ["a", "b"] };
    expect((await baseMap("3")).body).toEqual(ofLand);
    expect((await baseMap("2")).body).toEqual(ofLand);
    await configure("2", { baseMap: "" });
    expect((await baseMap("3")).body).toEqual({
      organisation: "1",
      address: "https://maps.operator.example/wms",
      layers: [],
      copyright: "© Operator",
    });
  });

  it("is shown to those who see the organisation", async () => {
    const member = await user(admin, "member", "3", "user");
    const stranger = await user(admin, "stranger", await organisation(admin, "Anderes Land"), "orgAdmin");
    expect((await baseMap("3", member)).status).toBe(200);
    expect((await baseMap("3", stranger)).status).toBe(404);
  });
});
