import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { kinds, type Kind } from "../../../../provider/kinds";
import { changesOf, declaredPaths, differences } from "../../../../provider/lifecycle/comparing/compare";
import { measureFiles } from "../../../../provider/lifecycle/checking/contents";
import { UNKNOWN } from "../../../../provider/lifecycle/values/unknown";

const bucket = kinds.find(({ name }) => name === "Bucket") as Kind;
const sha256 = {
  one: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
  two: "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3",
};

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "file-sets-"));
  fs.mkdirSync(path.join(folder, "data", "deep"), { recursive: true });
  fs.writeFileSync(path.join(folder, "data", "a.txt"), "one");
  fs.writeFileSync(path.join(folder, "data", "deep", "b.txt"), "two");
  fs.writeFileSync(path.join(folder, "data", "[odd].txt"), "one");
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const measure = async (files: unknown, more = {}) =>
  measureFiles(bucket, { name: "Roads", organisation: "1", files, ...more }, () => false);
const problems = async (files: unknown, more = {}) =>
  (await measure(files, more)).failures.map(({ reason }) => reason.split("\n")[0]);
const inFolder = (...names: string[]) => path.join(folder, ...names);

describe("a list of files", () => {
  it("becomes a map of checksums, by the names that the files get, sorted by name", async () => {
    const { inputs } = await measure([{ name: "z.txt", content: "two" }, inFolder("data", "a.txt")]);
    expect(inputs["files"]).toEqual({
      "a.txt": { path: inFolder("data", "a.txt"), sha256: sha256.one },
      "z.txt": { content: "two", sha256: sha256.two },
    });
    expect(Object.keys(inputs["files"] as object)).toEqual(["a.txt", "z.txt"]);
  });

  it("takes the files that a pattern matches, with names relative to its first folder", async () => {
    const { inputs } = await measure([`${folder}/data/**/*.txt`]);
    expect(Object.keys(inputs["files"] as object)).toEqual(["[odd].txt", "a.txt", "deep/b.txt"]);
  });

  it("says how to write a folder whose name contains signs of a pattern, and leaves it out of the names", async () => {
    fs.mkdirSync(inFolder("my (data)"), { recursive: true });
    fs.writeFileSync(inFolder("my (data)", "y.txt"), "one");
    expect(await problems([`${folder}/my (data)/*.txt`])).toEqual([
      expect.stringContaining(`put a backslash before each: ${folder}/my \\(data\\)/*.txt`),
    ]);
    const { inputs } = await measure([`${folder}/my \\(data\\)/*.txt`]);
    expect(inputs["files"]).toEqual({ "y.txt": { path: inFolder("my (data)", "y.txt"), sha256: sha256.one } });
  });

  it("takes a file once if a linked folder leads back, and takes a folder that is linked from elsewhere", async () => {
    fs.mkdirSync(inFolder("linked", "a"), { recursive: true });
    fs.writeFileSync(inFolder("linked", "a", "x.txt"), "one");
    fs.symlinkSync("..", inFolder("linked", "a", "loop"));
    fs.symlinkSync(inFolder("data", "deep"), inFolder("linked", "elsewhere"));
    const { inputs } = await measure([`${folder}/linked/**/*.txt`]);
    expect(Object.keys(inputs["files"] as object)).toEqual(["a/x.txt", "elsewhere/b.txt"]);
  });

  it("takes a name with signs of a pattern as the file of that name", async () => {
    const { inputs } = await measure([inFolder("data", "[odd].txt")]);
    expect(Object.keys(inputs["files"] as object)).toEqual(["[odd].txt"]);
  });

  it("is not known while one of its contents is unknown", async () => {
    expect((await measure([{ name: "a.txt", content: UNKNOWN }])).inputs["files"]).toBe(UNKNOWN);
  });

  it.each([
    [[{ content: "one" }], /a file with `content` or `base64` needs a `name`/],
    [[{ name: "a", content: "one", base64: "b25l" }], /exactly one of `path`, `content` and `base64`/],
    [
      [
        { name: "a", content: "one" },
        { name: "a", content: "two" },
      ],
      /two files get the name "a"/,
    ],
    [["nowhere/*.gml"], /no file matches "nowhere\/\*\.gml"/],
    [["nowhere.gml"], /the file "nowhere.gml": there is no such file/],
    [[{ name: "../a", content: "one" }], /its name "\.\.\/a" is not allowed/],
  ])("refuses %j", async (files, expected) => {
    expect(await problems(files)).toEqual([expect.stringMatching(expected)]);
  });

  it("names everything that is wrong at once", async () => {
    expect(await problems(["nowhere.gml", "nowhere/*.gml", { content: "one" }])).toHaveLength(3);
  });

  it("follows the rules of the store: attachments have no dots in their names", async () => {
    const files = [{ name: "plan.v2.pdf", content: "one" }];
    expect(await problems(files)).toEqual([]);
    expect(await problems(files, { store: "attachments" })).toEqual([
      expect.stringMatching(/whose only dot is the one/),
    ]);
  });
});

describe("the difference between files", () => {
  const declared = { files: { "a.txt": { content: "one", sha256: sha256.one }, "b.txt": { sha256: sha256.two } } };
  const actual = {
    files: { "a.txt": { sha256: sha256.two }, "b.txt": { sha256: sha256.two }, "c.txt": { sha256: "c" } },
  };

  it("is told for each file, and does not depend on their sources", () => {
    const found = differences(bucket, actual, declared);
    expect(found.map(({ path: at }) => at)).toEqual([["files", "a.txt", "sha256"]]);
    expect(changesOf(bucket, found, declared)).toEqual({ files: { "a.txt": declared.files["a.txt"] } });
  });

  it("leaves out undeclared files", () => {
    expect(differences(bucket, actual, { files: {} })).toEqual([]);
  });

  it("includes a file that is no longer declared: it has to go", () => {
    const before = declaredPaths(bucket, { files: { "b.txt": { sha256: "b" }, "c.txt": { sha256: "c" } } });
    const found = differences(bucket, actual, { files: { "b.txt": { sha256: sha256.two } } }, before);
    expect(changesOf(bucket, found, {})).toEqual({ files: { "c.txt": null } });
  });

  it("leaves out a file that is gone already, and is empty if the whole list is left out", () => {
    const before = declaredPaths(bucket, { files: { "gone.txt": { sha256: "g" } } });
    expect(differences(bucket, actual, { files: {} }, before)).toEqual([]);
    const left = declaredPaths(bucket, { files: { "c.txt": { sha256: "c" } } });
    expect(differences(bucket, actual, {}, left)).toEqual([]);
  });
});
