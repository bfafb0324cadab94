import { accounts, store } from "../../../provider/contract";
import { Tenant } from "./tenant";

/** The engine forgets a resource without a word: `deletedWith`, `retainOnDelete`, `pulumi state delete`. */
let tenant: Tenant;
let warnings: string[];
let county: string;
let count = 0;
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  count += 1;
  county = await tenant.organisation(`County ${count}`);
  warnings = [];
  jest.spyOn(console, "warn").mockImplementation((text: string) => warnings.push(text));
});
afterEach(() => jest.restoreAllMocks());

const buckets = async (): Promise<unknown[]> =>
  (await tenant.outOfBand.list(store.data.listBuckets, {})).items.filter(({ owner }) => owner?.id === county);

async function bucketWithFile(more = {}) {
  const bucket = tenant.resource(`bucket ${count}`, "Bucket");
  const file = tenant.resource(`file ${count}`, "BucketFile");
  await bucket.up(tenant.run(), { organisation: county, name: "B" });
  const id = bucket.state?.id ?? "";
  await file.up(tenant.run(), { bucket: id, name: "x.txt", source: { content: "1" }, ...more });
  return { bucket, file, id };
}

describe("a file that the engine has forgotten", () => {
  it("goes with its bucket, and a warning says so", async () => {
    const { bucket } = await bucketWithFile();
    await bucket.destroy(tenant.run());
    expect(await buckets()).toEqual([]);
    expect(warnings.join("\n")).toMatch(
      /the provider deletes objects in it that this stack made[^]*`deletedWith`[^]*x\.txt/,
    );
  });

  it("goes even after runs that looked at it", async () => {
    const { bucket, file, id } = await bucketWithFile();
    const declared = { bucket: id, name: "x.txt", source: { content: "2" } };
    await file.up(tenant.run(), declared);
    expect(await file.up(tenant.run(), declared)).toBe("same");
    await bucket.destroy(tenant.run());
    expect(await buckets()).toEqual([]);
  });

  it("stays, and keeps its bucket, if somebody has changed it", async () => {
    const { bucket, id } = await bucketWithFile();
    const byHand = tenant.resource(`by hand ${count}`, "BucketFile");
    const changed = { bucket: id, name: "x.txt", source: { content: "changed" }, adopt: "ifExists" };
    await byHand.up(tenant.run(), changed);
    await expect(bucket.destroy(tenant.run())).rejects.toThrow(/HC5003[^]*x\.txt[^]*`deletedWith`/);
    expect(await buckets()).toHaveLength(1);
  });

  it("stays, and keeps its bucket, if it has `retainOnDelete`, and the error names it", async () => {
    const { bucket } = await bucketWithFile({ __options: ["retainOnDelete"] });
    await expect(bucket.destroy(tenant.run())).rejects.toThrow(/HC5003[^]*`retainOnDelete` keeps "x\.txt"/);
  });

  it("stays even after the preview of a program without `retainOnDelete`, until an `up` succeeds", async () => {
    const { bucket, file, id } = await bucketWithFile({ __options: ["retainOnDelete"] });
    const declared = { bucket: id, name: "x.txt", source: { content: "1" } };
    await file.preview(tenant.run(), declared);
    await expect(bucket.destroy(tenant.run())).rejects.toThrow(/HC5003[^]*`retainOnDelete`/);
    await file.up(tenant.run(), declared);
    await file.preview(tenant.run(), declared);
    await bucket.destroy(tenant.run());
    expect(await buckets()).toEqual([]);
  });

  it("stays if it was adopted or declared to stay", async () => {
    const { bucket } = await bucketWithFile({ onDestroy: "retain" });
    await expect(bucket.destroy(tenant.run())).rejects.toThrow(/HC5003/);
  });

  it("stays while the program declares it", async () => {
    const { bucket, file, id } = await bucketWithFile();
    const run = tenant.run();
    await file.up(run, { bucket: id, name: "x.txt", source: { content: "1" } });
    await expect(bucket.destroy(run)).rejects.toThrow(/HC5003/);
  });
});

describe("an organisation that contains forgotten objects", () => {
  async function tree() {
    const above = tenant.resource(`above ${count}`, "Organisation");
    const below = tenant.resource(`below ${count}`, "Organisation");
    const bucket = tenant.resource(`in ${count}`, "Bucket");
    await above.up(tenant.run(), { name: "Kreis", parent: county });
    await below.up(tenant.run(), { name: "Stadt", parent: above.state?.id });
    const owner = below.state?.id ?? "";
    await bucket.up(tenant.run(), { organisation: owner, name: "B", files: [{ name: "a.txt", content: "a" }] });
    return { above, below: owner, bucket };
  }
  const left = async (): Promise<string[]> => {
    const { items } = await tenant.outOfBand.list(accounts.getOrganisations, {});
    return items.filter(({ name }) => ["Kreis", "Stadt"].includes(name)).map(({ name }) => name);
  };

  it("is deleted with all of them, the innermost first", async () => {
    const { above } = await tree();
    await above.destroy(tenant.run());
    expect(await left()).toEqual([]);
  });

  it("stays untouched if something in it belongs to somebody else", async () => {
    const { above, below, bucket } = await tree();
    await tenant.outOfBand.call(accounts.createSuborganisation, { path: { orgId: below }, body: { name: "Foreign" } });
    await expect(above.destroy(tenant.run())).rejects.toThrow(/HC5003[^]*Foreign[^]*`deletedWith`/);
    expect(await left()).toEqual(["Kreis", "Stadt"]);
    await bucket.destroy(tenant.run());
  });
});
