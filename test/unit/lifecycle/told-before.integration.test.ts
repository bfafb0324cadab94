import { accounts, resources } from "../../../provider/contract";
import type { Values } from "../../../provider/kinds";
import { Tenant } from "./tenant";

let tenant: Tenant;
let warnings: string[];
beforeAll(async () => {
  tenant = await Tenant.start();
});
beforeEach(() => {
  warnings = [];
  jest.spyOn(console, "warn").mockImplementation((text: string) => warnings.push(text));
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => tenant.stop());

describe("a CSW configuration that does not fit the server's values", () => {
  async function withEndpoint(name: string, configuration: Values = {}): Promise<string> {
    const orgId = await tenant.organisation(name);
    await tenant.outOfBand.call(resources.activateCswEndpoint, { path: { orgId } });
    await tenant.outOfBand.call(resources.updateCswConfiguration, { path: { orgId }, body: configuration });
    return orgId;
  }

  it.each([
    ["languages without the default one", { supportedLanguages: ["eng"] }, /"ger" is not among/],
    ["an end before the beginning", { temporalExtent: { end: "2019-01-01" } }, /ends before it begins[^]*2020-01-01/],
  ])("is refused in the preview of a creation and of a change: %s", async (what, values, expected) => {
    const organisation = await withEndpoint(what, { temporalExtent: { begin: "2020-01-01" } });
    const csw = tenant.resource(what, "CswConfiguration");
    await expect(csw.preview(tenant.run(), { organisation, ...values })).rejects.toThrow(expected);
    await csw.up(tenant.run(), { organisation, date: "2026-01-01" });
    await expect(csw.preview(tenant.run(), { organisation, date: "2026-01-01", ...values })).rejects.toThrow(expected);
  });

  it("fits if the platform fills in the languages", async () => {
    const organisation = await withEndpoint("filled in");
    const csw = tenant.resource("filled in", "CswConfiguration");
    expect(await csw.up(tenant.run(), { organisation, defaultLanguage: "eng" })).toBe("created");
    expect(await csw.up(tenant.run(), { organisation, defaultLanguage: "fre" })).toBe("updated");
  });
});

describe("a token", () => {
  const day = 24 * 60 * 60 * 1000;
  const tomorrow = new Date(Date.now() + day).toISOString();
  const token = (organisation: string, values: Values = {}): Values => ({ organisation, name: "viewer", ...values });

  it("is renewed once if its beginning and its days change together, and the warning says why", async () => {
    const organisation = await tenant.organisation("tokens");
    const viewer = tenant.resource("viewer", "ApiToken");
    await viewer.up(tenant.run(), token(organisation, { validDays: 30 }));
    const changed = token(organisation, { validDays: 60, validFrom: tomorrow });
    const first = viewer.state?.outputs["token"];
    expect(await viewer.up(tenant.run(), changed)).toBe("updated");
    expect(await tenant.sent("regenerateOrganisationToken")).toBe(1);
    expect(viewer.state?.outputs).toMatchObject({ validFrom: tomorrow, validUntil: Date.parse(tomorrow) + 60 * day });
    expect(viewer.state?.outputs["token"]).not.toBe(first);
    expect(warnings).toEqual([
      expect.stringMatching(/^ApiToken \S+ was created\. Its deletion cannot be undone/),
      expect.stringMatching(/^An update renews ApiToken \S+: the program declares another `validFrom`/),
    ]);
    expect(await viewer.up(tenant.run(), changed)).toBe("same");
  });

  it("that would have expired already is refused before its creation or renewal", async () => {
    const organisation = await tenant.organisation("over");
    const viewer = tenant.resource("over", "ApiToken");
    const over = token(organisation, { validFrom: "2020-01-01T00:00:00Z" });
    await expect(viewer.preview(tenant.run(), over)).rejects.toThrow(
      /HC3003 a token that is valid from 2020[^]*2020-01-15/,
    );
    await viewer.up(tenant.run(), token(organisation));
    await expect(viewer.preview(tenant.run(), over)).rejects.toThrow(/has already ended/);
    expect(await tenant.outOfBand.call(accounts.getOrganisationTokens, { query: { organisation } })).toHaveLength(1);
  });
});

describe("a list of organisations that get access", () => {
  it("is refused in the preview of a change if it names the organisation itself", async () => {
    const [organisation, partner] = [await tenant.organisation("sharing"), await tenant.organisation("partner")];
    const sharing = tenant.resource("sharing", "OrganisationSharingList");
    await sharing.up(tenant.run(), { organisation, sharedWith: [partner] });
    const change = (...sharedWith: string[]) => sharing.preview(tenant.run(), { organisation, sharedWith });
    await expect(change(partner, organisation)).rejects.toThrow(
      /HC3003 organisation \d+ cannot share its access with itself/,
    );
    await change();
    expect(await sharing.up(tenant.run(), { organisation, sharedWith: ["1", partner] })).toBe("updated");
  });
});
