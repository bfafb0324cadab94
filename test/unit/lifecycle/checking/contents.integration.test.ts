import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { writeZip } from "../../../../provider/formats";
import { contentOf, filesOf, type Kind } from "../../../../provider/kinds";
import { measureFiles } from "../../../../provider/lifecycle/checking/contents";
import { UNKNOWN } from "../../../../provider/lifecycle/values/unknown";

const kind = {
  inputs: {
    logo: {
      type: contentOf({}).optional(),
      mark: "mutable",
      doc: "",
      source: "decisions#one-declaration",
      file: {
        largest: () => 20,
        problem: (bytes: { length: number }) => Promise.resolve(bytes.length === 3 ? "three" : undefined),
      },
    },
  },
} as unknown as Kind;

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-contents-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, text: string) => {
  const place = path.join(folder, name);
  fs.writeFileSync(place, text);
  return place;
};
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const measure = (logo: unknown) => measureFiles(kind, { logo }, () => false);
const problem = async (logo: unknown) =>
  (await measure(logo)).failures.map(({ reason }) => reason.split("\n")[0]).join();

describe("a declared file", () => {
  it("gets its checksum, whether given by path or by content", async () => {
    const place = file("a.png", "hello");
    expect((await measure({ path: place })).inputs).toEqual({ logo: { path: place, sha256: sha256("hello") } });
    expect((await measure({ content: "hello" })).inputs).toMatchObject({ logo: { sha256: sha256("hello") } });
    expect((await measure({ base64: "aGVsbG8=" })).inputs).toMatchObject({ logo: { sha256: sha256("hello") } });
  });

  it("is measured again after a change", async () => {
    const place = file("a.png", "hello");
    await measure({ path: place });
    fs.writeFileSync(place, "hello there");
    expect((await measure({ path: place })).inputs).toMatchObject({ logo: { sha256: sha256("hello there") } });
  });

  it("that is not known yet counts as different", async () => {
    expect((await measure({ path: UNKNOWN })).inputs).toEqual({ logo: { path: UNKNOWN, sha256: UNKNOWN } });
  });

  it("that is declared empty stays as it is", async () => {
    expect(await measure("")).toEqual({ inputs: { logo: "" }, failures: [] });
  });
});

describe("the error about an unusable file names its path and the reason", () => {
  it("if there is no such file", async () => {
    expect(await problem({ path: "missing.png" })).toBe(
      'HC3004 `logo` is the file "missing.png": there is no such file',
    );
  });

  it("if it is a folder", async () => {
    expect(await problem({ path: folder })).toContain("it is not a file");
  });

  it("if it is too large", async () => {
    expect(await problem({ content: "x".repeat(21) })).toBe(
      "HC3004 `logo`: it has 21 bytes, but at most 20 are allowed",
    );
  });

  it("if it has a format that the field does not take", async () => {
    expect(await problem({ content: "abc" })).toContain("three");
  });
});

describe("several declared files", () => {
  const setKind = (rule: object) =>
    ({
      inputs: {
        files: {
          type: filesOf,
          mark: "mutable",
          doc: "",
          source: "decisions#one-declaration",
          files: { largest: () => 20, problemWithName: () => undefined, ...rule },
        },
      },
    }) as unknown as Kind;
  const measureAll = (files: unknown, rule: object = {}) => measureFiles(setKind(rule), { files }, () => false);
  const first = async (files: unknown, rule: object = {}) =>
    (await measureAll(files, rule)).failures.map(({ reason }) => reason.split("\n")[0]).join();

  it("get their checksums, even if there are more than a process may open at once", async () => {
    fs.mkdirSync(path.join(folder, "many"));
    const names = Array.from({ length: 3000 }, (_, at) => `f${at}`);
    names.forEach((name) => file(`many/${name}`, name));
    const { inputs } = await measureAll([`${folder}/many/*`]);
    expect(Object.keys(inputs["files"] as object)).toHaveLength(3000);
    expect(inputs["files"]).toMatchObject({ f2999: { sha256: sha256("f2999") } });
  });

  it("count as one file if matched twice; two files of one name are an error", async () => {
    const place = file("a.csv", "a");
    const { inputs, failures } = await measureAll([`${folder}/*.csv`, place]);
    expect([Object.keys(inputs["files"] as object), failures]).toEqual([["a.csv"], []]);
    expect(await first([place, { name: "a.csv", content: "b" }])).toMatch(/two files get the name "a\.csv"/);
  });

  it("get one checksum each if they come from one archive", async () => {
    const place = file("a.zip", "");
    const entries = ["one", "two"].map((name) => ({ path: name, open: () => Readable.from([Buffer.from(name)]) }));
    fs.writeFileSync(place, await buffer(writeZip(entries)));
    const complete = () =>
      Promise.resolve({
        files: { one: { path: place, entry: "one", bytes: 3 }, two: { path: place, entry: "two", bytes: 3 } },
        problems: [],
      });
    const { inputs } = await measureAll([{ path: place }], { complete, largest: () => 1000 });
    expect(inputs["files"]).toMatchObject({ one: { sha256: sha256("one") }, two: { sha256: sha256("two") } });
  });

  it("are an error, with the file's name, if one cannot be read to its end", async () => {
    const failure = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: "beside.xsd" });
    expect(await first([{ name: "a", content: "x" }], { complete: () => Promise.reject(failure) })).toBe(
      'HC3004 `files`: the file "beside.xsd": it cannot be read',
    );
  });

  it("do not hide a defect", async () => {
    const complete = () => Promise.reject(new TypeError("no function"));
    await expect(measureAll([{ name: "a", content: "x" }], { complete })).rejects.toThrow("no function");
  });
});
