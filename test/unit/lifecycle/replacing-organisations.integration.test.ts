import { accounts } from "../../../provider/contract";
import type { Values } from "../../../provider/kinds";
import type { SingleResource } from "../../support/single-resource";
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

const renamed = (name: string, values: Values = {}): Values => ({
  name: `${name} renamed`,
  parent: "1",
  onReplace: "replace",
  ...values,
});

async function made(name: string, values: Values = {}): Promise<SingleResource> {
  const county = tenant.resource(name, "Organisation");
  await county.up(tenant.run(), { name, parent: "1", ...values });
  // What is said when it is made is another matter.
  warnings.length = 0;
  return county;
}

it("warns in the preview what the old organisation holds, before a new one is created", async () => {
  const county = await made("holding");
  const id = county.state?.id ?? "";
  await tenant.organisation("by hand", id);
  expect(await county.preview(tenant.run(), renamed("holding"))).toBe("replaced");
  expect(warnings).toEqual([
    expect.stringMatching(/^Replacing Organisation \d+ deletes[^]*1 suborganisations: "by hand" \(\d+\)[^]*HC5003/),
    expect.stringMatching(/^Replacing Organisation deletes the old one\. Its settings go with it/),
  ]);
});

it("warns of an empty organisation only what its deletion loses for ever", async () => {
  const county = await made("empty");
  expect(await county.up(tenant.run(), renamed("empty"))).toBe("replaced");
  expect(warnings).toEqual([
    expect.stringMatching(/^Replacing Organisation deletes the old one\. Its settings go with it/),
    expect.stringMatching(/^Organisation \d+ was created\. Its deletion cannot be undone/),
    expect.stringMatching(/^The provider deletes Organisation \d+\. Its settings go with it/),
  ]);
});

it.each([
  ["is declared to stay", { onDestroy: "retain" }],
  ["was adopted", { adopt: "required" }],
])("does not ask for one that %s", async (what, values: Values) => {
  if ("adopt" in values) {
    await tenant.organisation(what);
  }
  const county = await made(what, values);
  await tenant.organisation(`below ${what}`, county.state?.id);
  await tenant.sent("previewOrganisationDeletion");
  expect(await county.preview(tenant.run(), renamed(what))).toBe("replaced");
  expect(await tenant.sent("previewOrganisationDeletion")).toBe(0);
  expect(warnings).toEqual([]);
});

it("does not ask for one that is gone", async () => {
  const county = await made("gone");
  await county.destroy(tenant.run());
  const { state } = await made("gone");
  county.state = state && { ...state, id: "4711" };
  await tenant.sent("previewOrganisationDeletion");
  expect(await county.preview(tenant.run(), renamed("gone"))).toBe("replaced");
  expect(await tenant.sent("previewOrganisationDeletion")).toBe(0);
});

it("refuses in the preview if the old one can never be deleted", async () => {
  const county = await made("own");
  const { id: user } = await tenant.outOfBand.whoAmI();
  await tenant.outOfBand.call(accounts.addMember, {
    path: { orgId: county.state?.id ?? "" },
    body: { user, role: "orgAdmin" },
  });
  await expect(county.preview(tenant.run(), renamed("own"))).rejects.toThrow(/^HC5002[^]*caller's own/);
});

describe("`onRename`, the former name of `onReplace`", () => {
  const formerly = (name: string): Values => ({ name: `${name} renamed`, parent: "1", onRename: "replace" });

  it("still allows a replacement, with one deprecation warning in a run", async () => {
    const county = await made("formerly");
    const run = tenant.run();
    expect(await county.preview(run, formerly("formerly"))).toBe("replaced");
    expect(await county.preview(run, formerly("formerly"))).toBe("replaced");
    const told = warnings.filter((text) => text.includes("onRename"));
    expect(told).toEqual([
      expect.stringMatching(/^Organisation "formerly renamed".* uses `onRename`.*Write `onReplace` instead/),
    ]);
  });

  it("changes nothing when a program gives the new name instead", async () => {
    const county = await made("both names", { onRename: "replace" });
    expect(await county.preview(tenant.run(), { name: "both names", parent: "1", onReplace: "replace" })).toBe("same");
    expect(await county.preview(tenant.run(), { name: "both names", parent: "1", onRename: "replace" })).toBe("same");
  });

  it("may have the same value as the new name, but not another one", async () => {
    const county = await made("twice");
    const both = (onRename: string): Values => ({ ...renamed("twice"), onRename });
    expect(await county.preview(tenant.run(), both("replace"))).toBe("replaced");
    await expect(county.preview(tenant.run(), both("refuse"))).rejects.toThrow(
      /onReplace: HC3001 `onReplace` is "replace", but `onRename`, its former name, is "refuse"[^]*Remove `onRename`/,
    );
  });
});
