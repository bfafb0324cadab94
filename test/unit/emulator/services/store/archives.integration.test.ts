import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { inMemory } from "../../../../../provider/formats/bytes";
import { readZip, writeZip } from "../../../../../provider/formats/zip";
import { bucket, namesOfFiles, type StoreName, type TestBucket } from "../../support/buckets";
import { invalidFields, organisation, startPlatform, type Platform, type Visitor } from "../../support/visitor";

let platform: Platform;
let admin: Visitor;
let project: TestBucket;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  project = await bucket(admin, "projects", "org/2", { name: "Adressen" });
});
afterEach(() => platform.emulator.close());

type Contents = Readonly<Record<string, string>>;
const files = { "project.halex": "<hale-project/>", "schemas/Address.xsd": "<schema/>", "größe.csv": "" };

const zip = (contents: Contents) =>
  buffer(writeZip(Object.entries(contents).map(([path, text]) => ({ path, open: () => Readable.from([text]) }))));

/** The archive of a bucket, read as a client reads it. */
async function zipped(of: TestBucket, by = admin): Promise<Contents> {
  const { bytes, headers } = await by.download(of.zip);
  expect(headers.get("content-type")).toBe("application/zip");
  const entries = await readZip(inMemory(bytes), "archive");
  const read = entries.map(async ({ path, open }) => [path, (await buffer(await open())).toString()] as const);
  return Object.fromEntries(await Promise.all(read));
}

describe("a ZIP that comes to the project store (docs/platform.md#bucket-service)", () => {
  it("is unpacked under any name, and comes back as a ZIP of the same files", async () => {
    expect(await admin.add(project.files, await zip(files), "hc-4711.tmp")).toMatchObject({
      status: 200,
      body: { error: false, message: expect.stringMatching(/^3 files/) as string },
    });
    expect(await namesOfFiles(admin, project)).toEqual(["größe.csv", "project.halex", "schemas/Address.xsd"]);
    expect(await zipped(project)).toEqual(files);
  });

  it("adds to what is there, and replaces files of the same names", async () => {
    await admin.add(project.files, await zip(files), "one.zip");
    await admin.add(project.files, await zip({ "project.halex": "<new/>", "more.txt": "more" }), "two.zip");
    expect(await zipped(project)).toEqual({ ...files, "project.halex": "<new/>", "more.txt": "more" });
  });

  it("stays a file if it is put under a name, or is a document", async () => {
    const content = await zip({ "a.xml": "<a/>" });
    await admin.upload(`${project.files}/archive.zip`, content);
    await admin.add(project.files, content, "codes.xlsx");
    expect(await namesOfFiles(admin, project)).toEqual(["archive.zip", "codes.xlsx"]);
  });

  it("is accepted as a whole or not at all", async () => {
    const whole = await zip(files);
    const broken = {
      "cut off": whole.subarray(0, -30),
      "leaving the folder": Buffer.from(whole.toString("latin1").replaceAll("schemas/Addr", "../../../Addr"), "latin1"),
      absolute: Buffer.from(whole.toString("latin1").replaceAll("schemas/Addr", "/chemas/Addr"), "latin1"),
    };
    for (const [what, content] of Object.entries(broken)) {
      const refused = await admin.add(project.files, content, "project.zip");
      expect([what, invalidFields(refused)]).toEqual([what, ["file"]]);
    }
    expect(await namesOfFiles(admin, project)).toEqual([]);
  });

  it("is refused if it would become far larger when unpacked", async () => {
    const bomb = writeZip([{ path: "zeros", open: () => Readable.from(zeros(300)) }]);
    const refused = await admin.add(project.files, await buffer(bomb), "project.zip");
    expect(invalidFields(refused)).toEqual(["file"]);
    expect(await namesOfFiles(admin, project)).toEqual([]);
  });

  it("is unpacked only for those who may change the project", async () => {
    const { status } = await platform.anonymous.add(project.files, await zip(files), "project.zip");
    expect(status).toBe(401);
    expect(await namesOfFiles(admin, project)).toEqual([]);
  });
});

function* zeros(megabytes: number): Generator<Buffer> {
  for (let megabyte = 0; megabyte < megabytes; megabyte++) {
    yield Buffer.alloc(1024 ** 2);
  }
}

describe("all files of a bucket as a ZIP", () => {
  it.each(["data", "schemas", "metadata", "attachments"] as StoreName[])("come from the store of %s", async (store) => {
    const made = await bucket(admin, store, "org/2");
    await admin.add(made.files, await zip(files), "archive.zip");
    await admin.upload(`${made.files}/${encodeURIComponent("folder/plan.pdf")}`, "plan");
    expect(Object.keys(await zipped(made))).toEqual(["archive.zip", "folder/plan.pdf"]);
  });

  it("come from an empty bucket as an empty ZIP", async () => {
    expect(await zipped(project)).toEqual({});
  });

  it("are as they were at the request, even if a file is deleted meanwhile", async () => {
    await admin.add(project.files, await zip(files), "project.zip");
    const operation = "store/projects.getProjectFilesAsZip";
    await admin.post("/_emulator/faults", { operation, fault: "hold-after-commit" });
    const given = zipped(project);
    await admin.get("/_emulator/held");
    await admin.delete(project.path);
    await admin.delete("/_emulator/held");
    expect(await given).toEqual(files);
  });

  it("break off cleanly like any other answer", async () => {
    await admin.add(project.files, await zip(files), "project.zip");
    for (const path of [project.zip, (await bucket(admin, "projects", "org/2")).zip]) {
      const operation = "store/projects.getProjectFilesAsZip";
      await admin.post("/_emulator/faults", { operation, fault: "truncated" });
      await expect(admin.download(path)).rejects.toThrow();
    }
  });
});
