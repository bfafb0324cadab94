import { bucket } from "../support/buckets";
import { organisation, startPlatform, type Platform } from "../support/visitor";

let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform();
});
afterEach(() => platform.emulator.close());

const path = "/services/bsp/metadata/org/2";

describe("the public metadata of an organisation", () => {
  it("are a ZIP that needs no login, with the metadata of this organisation alone", async () => {
    const { admin, anonymous } = platform;
    await organisation(admin, "Kreis", "1");
    await organisation(admin, "Stadt", "2");
    const own = await bucket(admin, "metadata", "org/2");
    const others = await bucket(admin, "metadata", "org/3");
    const data = await bucket(admin, "data", "org/2");
    await admin.add(own.files, "<gmd:MD_Metadata/>", "roads.xml");
    await admin.add(others.files, "<gmd:MD_Metadata/>", "other.xml");
    await admin.add(data.files, "secret", "roads.csv");
    await admin.put("/resources/organisations/2/other", { metadataDownloadLink: true });
    const { status, headers, bytes } = await anonymous.download(path);
    expect([status, headers.get("content-type")]).toEqual([200, "application/zip"]);
    expect(bytes.toString("latin1")).toContain(`${own.id}/roads.xml`);
    expect(bytes.toString("latin1")).not.toMatch(/other\.xml|roads\.csv/);
  });

  it("are not there while the organisation does not offer them, or does not exist", async () => {
    const { admin, anonymous } = platform;
    expect((await anonymous.get(path)).status).toBe(404);
    await organisation(admin, "Kreis", "1");
    expect((await anonymous.get(path)).status).toBe(404);
    expect((await anonymous.post(path, {})).status).toBe(405);
  });
});
