import { bucket, type TestBucket } from "../../support/buckets";
import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../../support/visitor";

// 1 Operator > 2 Kreis.
let platform: Platform;
let admin: Visitor;
let dataset: TestBucket;
let metadata: TestBucket;
let plans: TestBucket;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  await organisation(admin, "Kreis", "1");
  dataset = await bucket(admin, "data", "org/2", { name: "Straßen" });
  metadata = await bucket(admin, "metadata", "org/2", { name: "Metadaten" });
  plans = await bucket(admin, "attachments", "org/2", { name: "Pläne" });
});
afterEach(() => platform.emulator.close());

/** Something that is there without a login. */
const address = () => `${platform.emulator.url}/accounts/swagger.yaml`;
const link = ({ path }: TestBucket, file: string, url = address(), by = admin) =>
  by.put(`${path.replace("/buckets/", "/links/")}/${file}`, { url });
const belongs = ({ path }: TestBucket, to = dataset.combinedId) => admin.put(`${path}/p/dataset`, to);

describe("a file from an address", () => {
  it("is downloaded, and says where it is from until somebody uploads another", async () => {
    const { body } = await link(plans, "plan.yaml");
    expect(body).toMatchObject({ name: "plan.yaml", url: address() });
    expect((await admin.download(`${plans.files}/plan.yaml`)).body).toContain("swagger:");
    expect((await admin.get(plans.files)).body).toEqual([body]);
    await admin.upload(`${plans.files}/plan.yaml`, "by hand");
    expect((await admin.get(plans.files)).body).toEqual([
      expect.not.objectContaining({ url: expect.anything() as string }),
    ]);
  });

  it("is refused if nobody gives it, if its name is not allowed, and to those who may not edit the bucket", async () => {
    expect(invalidFields(await link(plans, "plan.yaml", `${platform.emulator.url}/nowhere`))).toEqual(["url"]);
    expect((await link(plans, "a.b.pdf")).status).toBe(422);
    const reader = await user(admin, "reader", "2", "user");
    expect((await link(plans, "plan.yaml", address(), reader)).status).toBe(404);
    expect((await admin.get(plans.files)).body).toEqual([]);
  });

  it("is in the public metadata only for those who ask for it", async () => {
    await link(metadata, "elsewhere.xml");
    await admin.upload(`${metadata.files}/here.xml`, "<gmd:MD_Metadata/>");
    await admin.put("/resources/organisations/2/other", { metadataDownloadLink: true });
    const zip = async (query = "") =>
      (await platform.anonymous.download(`/services/bsp/metadata/org/2${query}`)).bytes.toString("latin1");
    expect(await zip()).toContain("here.xml");
    expect(await zip()).not.toContain("elsewhere.xml");
    expect(await zip("?includeremote=false")).not.toContain("elsewhere.xml");
    expect(await zip("?includeremote")).toMatch(/elsewhere\.xml[^]*here\.xml/);
  });
});

describe("the dataset of metadata and attachments", () => {
  it("is one that the caller sees, and belongs to these two stores alone", async () => {
    expect((await belongs(metadata)).status).toBe(200);
    expect(invalidFields(await belongs(plans, "org.2.4711"))).toEqual(["dataset"]);
    expect(invalidFields(await belongs(dataset))).toEqual(["property"]);
  });

  it("is no longer named by them when it is deleted", async () => {
    await belongs(plans);
    await admin.delete(dataset.path);
    expect((await admin.get(plans.path)).body).toMatchObject({ properties: {} });
  });

  it("names its metadata in its services, and links to its attachments if the theme says so", async () => {
    await admin.add(dataset.files, "<roads/>", "roads.xml");
    await belongs(metadata);
    await belongs(plans);
    await link(metadata, "roads.xml");
    await admin.upload(`${plans.files}/plan.pdf`, "%PDF");
    const publish = async (attachmentLinks: boolean) => {
      const downloadServices = [
        { type: "predefinedDataset", attachmentLinks },
        { type: "wfs" },
        { type: "ogcapiFeatures" },
      ];
      const form = { name: `Verkehr ${String(attachmentLinks)}`, viewServices: { wms: ["1.3.0"] }, downloadServices };
      const { body } = await admin.post("/resources/themes/org/2", form);
      await admin.put(`${dataset.path}/p/theme`, (body as { id: string }).id);
      const services = ["predefinedDataset", "wfs", "ogcapiFeatures", "wms"].map(async (service) => {
        const job = {
          type: "publication",
          resourceType: "Bucket",
          resource: dataset.combinedId,
          parameters: { service },
        };
        await admin.post("/workflows/jobs", job);
      });
      await Promise.all(services);
      const addresses = (await admin.get("/workflows/services?state=published")).body as { address: string }[];
      return Promise.all(addresses.map(async (it) => (await fetch(it.address)).text()));
    };
    const plan = `${plans.files}/plan.pdf`;
    for (const text of await publish(false)) {
      expect(text).toContain(address());
      expect(text).not.toContain(plan);
    }
    expect((await publish(true)).filter((text) => text.includes(plan))).toHaveLength(1);
  });
});
