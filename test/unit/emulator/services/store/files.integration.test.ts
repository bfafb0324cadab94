import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bucket, namesOfFiles, type TestBucket } from "../../support/buckets";
import { png } from "../../support/pictures";
import { invalidFields, organisation, startPlatform, type Platform, type Visitor } from "../../support/visitor";

let data: string;
let platform: Platform;
let admin: Visitor;
let made: TestBucket;
const now = 1_800_000_000_000;
beforeEach(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-files-"));
  platform = await startPlatform({ now: () => now, dataDirectory: data });
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  made = await bucket(admin, "data", "org/2");
});
afterEach(async () => {
  await platform.emulator.close();
  fs.rmSync(data, { recursive: true, force: true });
});

const sumOf = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** What lies on disk once the answers have left. */
async function kept(...expected: readonly string[]): Promise<void> {
  const wanted = expected.map(sumOf).sort();
  const lying = () => fs.readdirSync(path.join(data, "files")).sort();
  for (let tries = 0; tries < 50 && lying().join() !== wanted.join(); tries++) {
    await sleep(20);
  }
  expect(lying()).toEqual(wanted);
}

describe("a file of a bucket", () => {
  it("is added under its own name, and listed with checksum, size, time and media type", async () => {
    expect(await admin.add(made.files, "Straße", "straßen.csv", "text/csv")).toMatchObject({
      status: 200,
      body: { error: false },
    });
    const expected = {
      name: "straßen.csv",
      type: "text/csv",
      bytes: 7,
      sha256: sumOf("Straße"),
      stored: now + 1,
    };
    expect((await admin.get(made.files)).body).toEqual([expected]);
    expect((await admin.get(made.path)).body).toMatchObject({ files: [expected], lastModified: now + 1 });
  });

  it("gets the media type of its name if the sender gives none", async () => {
    await admin.add(made.files, "<a/>", "a.xsd", "application/octet-stream");
    await admin.add(made.files, "{}", "b.geojson", "");
    await admin.add(made.files, "?", "c", "");
    const types = ((await admin.get(made.files)).body as { type: string }[]).map(({ type }) => type);
    expect(types).toEqual(["application/xml", "application/geo+json", "application/octet-stream"]);
  });

  it("is sent as plain bytes, of whatever type it is", async () => {
    await admin.add(made.files, png, "bild.png", "image/png");
    const got = await admin.download(`${made.files}/bild.png`);
    expect(got.bytes).toEqual(png);
    expect(got.headers.get("content-type")).toBe("application/octet-stream");
    expect(got.headers.get("content-length")).toBe(String(png.length));
  });

  it("may lie in folders; its path is one part of the address", async () => {
    await admin.add(made.files, "<xsd/>", "schemas/ad/Address.xsd");
    const address = `${made.files}/${encodeURIComponent("schemas/ad/Address.xsd")}`;
    expect((await admin.download(address)).body).toBe("<xsd/>");
    expect((await admin.upload(address, "<new/>")).body).toMatchObject({ name: "schemas/ad/Address.xsd", bytes: 6 });
    expect((await admin.delete(address)).status).toBe(200);
    expect((await admin.get(address)).status).toBe(404);
    expect((await admin.get(`${made.files}/schemas/ad/Address.xsd`)).status).toBe(404);
  });

  it("replaces a file of the same name, whether it is added or put", async () => {
    await admin.add(made.files, "1", "eins");
    await admin.add(made.files, "2", "eins");
    expect((await admin.download(`${made.files}/eins`)).body).toBe("2");
    expect((await admin.upload(`${made.files}/eins`, "3", "another name")).body).toMatchObject({ name: "eins" });
    expect((await admin.download(`${made.files}/eins`)).body).toBe("3");
    expect(await namesOfFiles(admin, made)).toEqual(["eins"]);
  });

  it("may be empty, and is listed among others by name, page by page", async () => {
    for (const name of ["c", "a", "b"]) {
      await admin.add(made.files, "", name);
    }
    expect(await namesOfFiles(admin, made)).toEqual(["a", "b", "c"]);
    const page = await admin.get(`${made.files}?offset=1&limit=1`);
    expect(page.body).toMatchObject([{ name: "b", bytes: 0 }]);
    expect(page.headers.get("x-total-count")).toBe("3");
  });

  it.each(["../up", "/etc/passwd", "a\\b", "a//b", ""])("is refused under the name %j", async (name) => {
    expect(invalidFields(await admin.add(made.files, "1", name))).toEqual(["file"]);
    if (name !== "") {
      expect(invalidFields(await admin.upload(`${made.files}/${encodeURIComponent(name)}`, "1"))).toEqual(["file"]);
    }
    expect(await namesOfFiles(admin, made)).toEqual([]);
  });

  it("has one dot at most in the store of attachments (docs/platform.md#attachment-names)", async () => {
    const attachments = await bucket(admin, "attachments", "org/2");
    expect((await admin.add(attachments.files, "1", "plan.pdf")).status).toBe(200);
    expect(invalidFields(await admin.add(attachments.files, "1", "plan.v2.pdf"))).toEqual(["file"]);
  });

  it("stays a ZIP in every store but the project store", async () => {
    const empty = Buffer.from("504b0506".padEnd(44, "0"), "hex");
    await admin.add(made.files, empty, "shapes.zip", "application/zip");
    expect((await admin.get(made.files)).body).toMatchObject([{ name: "shapes.zip", bytes: 22 }]);
  });
});

describe("the bytes of files", () => {
  it("are stored once, as long as a file has them", async () => {
    const other = await bucket(admin, "schemas", "org/2");
    await admin.add(made.files, "same", "eins");
    await admin.add(made.files, "same", "zwei");
    await admin.add(other.files, "same", "drei");
    await kept("same");
    await admin.delete(`${made.files}/eins`);
    await admin.upload(`${made.files}/zwei`, "other");
    await kept("same", "other");
    await admin.delete(made.path);
    await kept("same");
    await admin.delete(other.path);
    await kept();
  });

  it("are deleted if the call that brought them is refused", async () => {
    await admin.add(made.files, "kept", "eins");
    await admin.add(made.files, "refused", "a//b");
    await platform.anonymous.upload(`${made.files}/eins`, "unknown");
    await kept("kept");
  });

  it("are deleted when a logo or a geometry is replaced or removed", async () => {
    const point = (x: number) => JSON.stringify({ type: "Point", coordinates: [x, 49] });
    await admin.upload("/accounts/v1/organisations/2/logo", png);
    await admin.upload("/resources/organisations/2/geometry", point(8));
    await admin.upload("/resources/organisations/2/geometry", point(9));
    await admin.delete("/accounts/v1/organisations/2/logo");
    await kept(point(9));
  });

  it("stay while somebody is still reading them", async () => {
    const content = "x".repeat(100_000);
    await admin.add(made.files, content, "eins");
    await admin.post("/_emulator/faults", { operation: "store/data.getFile", fault: "hold-after-commit" });
    const download = admin.download(`${made.files}/eins`);
    await admin.get("/_emulator/held");
    await admin.delete(`${made.files}/eins`);
    await admin.delete("/_emulator/held");
    expect((await download).body).toBe(content);
    await kept();
  });
});
