import { accounts } from "../../../provider/contract";
import { Tenant } from "./tenant";

let tenant: Tenant;
let county: string;
beforeAll(async () => {
  tenant = await Tenant.start();
  county = await tenant.organisation("county");
  await tenant.user("reader", "1", "dataManager");
});
beforeEach(() => {
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => tenant.stop());

describe("an account that may read an organisation and not change it", () => {
  it("takes nothing over: the next account finds it as free as before", async () => {
    const declared = { name: "county", parent: "1", description: "ours", adopt: "required" };
    const taken = tenant.resource("taken", "Organisation");
    await expect(taken.up(tenant.run("reader"), declared)).rejects.toThrow(/^HC2403/);
    expect(taken.state).toBeUndefined();
    // Under another name the journal would not let it go.
    const other = tenant.resource("other", "Organisation");
    await other.up(tenant.run(), declared);
    expect(other.state?.id).toBe(county);
    await other.destroy(tenant.run());
  });

  it("attaches nothing, and a replacement keeps what the resource had", async () => {
    const town = await tenant.organisation("town");
    const list = tenant.resource("partners", "OrganisationSharingList");
    const declared = { organisation: county, sharedWith: [town] };
    await list.up(tenant.run(), declared);
    const { state } = list;
    const another = { organisation: town, sharedWith: [county] };
    await expect(list.up(tenant.run("reader"), another)).rejects.toThrow(/^HC2403/);
    expect(list.state).toBe(state);
    expect(await list.up(tenant.run(), declared)).toBe("same");
    await list.destroy(tenant.run());
    const { sharedWith = [] } = await tenant.outOfBand.call(accounts.getOrganisation, { path: { orgId: county } });
    expect(sharedWith).toEqual([]);
  });

  it("deletes nothing, and an up afterwards has nothing to do", async () => {
    const village = tenant.resource("village", "Organisation");
    const declared = { name: "village", parent: county };
    await village.up(tenant.run(), declared);
    await expect(village.destroy(tenant.run("reader"))).rejects.toThrow(/^HC2403/);
    expect(await village.up(tenant.run(), declared)).toBe("same");
    await village.destroy(tenant.run());
    expect(village.state).toBeUndefined();
  });

  it("is told the permission that the server names, and not a guess", async () => {
    const shared = tenant.resource("shared", "OrganisationSharing");
    const town = await tenant.organisation("market town");
    const failure = shared.up(tenant.run("reader"), { organisation: county, sharedWith: town });
    await expect(failure).rejects.toThrow(
      /Organisation\.edit[^]*why: {2}The account lacks the permission that the server names\./,
    );
  });
});

it("an account that may change a part only leaves the object half made, and says so", async () => {
  const id = await tenant.organisation("district");
  const district = tenant.resource("district", "Organisation");
  await tenant.user("boss", id, "orgAdmin");
  const declared = { name: "district", parent: "1", adopt: "required" };
  await district.up(tenant.run("boss"), declared);
  // Only administrators set the capacity.
  const more = { ...declared, description: "ours", capacityPoints: 5 };
  await expect(district.up(tenant.run("boss"), more)).rejects.toThrow(/^HC6001[^]*HC2403[^]*updateCapacity/);
  expect(district.state?.isHalfMade).toBe(true);
  expect(await district.up(tenant.run(), more)).toBe("updated");
});
