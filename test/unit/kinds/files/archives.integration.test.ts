import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { writeZip } from "../../../../provider/formats";
import { kinds, type ResolvedFile, type Kind } from "../../../../provider/kinds";
import { bytesOf } from "../../../../provider/kinds/files/content";
import { measureFiles } from "../../../../provider/lifecycle/checking/contents";

const project = kinds.find(({ name }) => name === "TransformationProject") as Kind;
const halex = "<hale-project version='5.4.0'/>";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "archives-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const zipped = (contents: Readonly<Record<string, string>>): Promise<Buffer> =>
  buffer(
    writeZip(Object.entries(contents).map(([at, content]) => ({ path: at, open: () => Readable.from([content]) }))),
  );

async function archive(name: string, contents: Readonly<Record<string, string>>): Promise<string> {
  const place = path.join(folder, name);
  fs.writeFileSync(place, await zipped(contents));
  return place;
}

async function measure(...files: unknown[]) {
  const { inputs, failures } = await measureFiles(project, { name: "P", organisation: "1", files }, () => false);
  return {
    files: inputs["files"] as Readonly<Record<string, ResolvedFile>>,
    problems: failures.map(({ reason }) => reason.split("\n")[0] ?? ""),
  };
}

describe("an archive of a project", () => {
  it("is opened twice for each of its files, once for the checksum and once to send it; its directory is read once", async () => {
    const many = Array.from({ length: 200 }, (_, at) => [`data/${String(at)}.txt`, `content ${String(at)}`] as const);
    const place = await archive("many.halez", { "project.halex": halex, ...Object.fromEntries(many) });
    const opened = jest.spyOn(fs, "createReadStream");
    try {
      const { files, problems } = await measure(place);
      expect(problems).toEqual([]);
      for (const [name, content] of many) {
        expect(await text(bytesOf(files[name] ?? {}).open())).toBe(content);
      }
      expect(opened.mock.calls.length).toBeLessThan(5 * many.length);
    } finally {
      opened.mockRestore();
    }
  });

  it("is read again after it has changed", async () => {
    const first = await measure(await archive("a.halez", { "project.halex": halex, "a.txt": "one" }));
    const second = await measure(await archive("a.halez", { "project.halex": halex, "a.txt": "another" }));
    expect(await text(bytesOf(second.files["a.txt"] ?? {}).open())).toBe("another");
    expect(second.files["a.txt"]?.sha256).not.toBe(first.files["a.txt"]?.sha256);
  });

  it("can be given as bytes", async () => {
    const base64 = (await zipped({ "project.halex": halex, "a.txt": "one" })).toString("base64");
    const { files, problems } = await measure({ name: "p.halez", base64 });
    expect(problems).toEqual([]);
    expect(files).toMatchObject({
      "project.halex": { base64: Buffer.from(halex).toString("base64") },
      "a.txt": { base64: Buffer.from("one").toString("base64") },
    });
    expect(Object.keys(files)).not.toContain("p.halez");
  });

  it("that is given as bytes is refused if it is not an archive", async () => {
    expect((await measure({ name: "p.halez", content: "hello" })).problems).toEqual([
      expect.stringMatching(/p\.halez: it is no ZIP archive/),
    ]);
  });

  it.each([[false], [true]])("refuses a file of the same name beside it, with the archive last: %s", async (isLast) => {
    const place = await archive("a.halez", { "project.halex": halex, "a.txt": "one" });
    const both = [place, { name: "a.txt", content: "another" }];
    expect((await measure(...(isLast ? both.reverse() : both))).problems).toEqual([
      expect.stringContaining('two files get the name "a.txt"'),
    ]);
  });
});
