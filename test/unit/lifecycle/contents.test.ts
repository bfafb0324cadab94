import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { contentOf, type Kind } from "../../../provider/kinds";
import { measureFiles } from "../../../provider/lifecycle/contents";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";

const kind = {
  inputs: {
    logo: {
      type: contentOf({}).optional(),
      mark: "mutable",
      doc: "",
      source: "",
      file: {
        largest: 20,
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
  it("gets its checksum, by path or with its content", async () => {
    const place = file("a.png", "hello");
    expect((await measure({ path: place })).inputs).toEqual({ logo: { path: place, sha256: sha256("hello") } });
    expect((await measure({ content: "hello" })).inputs).toMatchObject({ logo: { sha256: sha256("hello") } });
    expect((await measure({ base64: "aGVsbG8=" })).inputs).toMatchObject({ logo: { sha256: sha256("hello") } });
  });

  it("is measured again when it was changed", async () => {
    const place = file("a.png", "hello");
    await measure({ path: place });
    fs.writeFileSync(place, "hello there");
    expect((await measure({ path: place })).inputs).toMatchObject({ logo: { sha256: sha256("hello there") } });
  });

  it("that is not known yet may be any", async () => {
    expect((await measure({ path: UNKNOWN })).inputs).toEqual({ logo: { path: UNKNOWN, sha256: UNKNOWN } });
  });

  it("that is declared empty is left as it is", async () => {
    expect(await measure("")).toEqual({ inputs: { logo: "" }, failures: [] });
  });
});

describe("a file that cannot be used is told with its path and the reason", () => {
  it("when it is not there", async () => {
    expect(await problem({ path: "missing.png" })).toBe(
      'HC3004 `logo` is the file "missing.png": there is no such file',
    );
  });

  it("when it is a folder", async () => {
    expect(await problem({ path: folder })).toContain("it is not a file");
  });

  it("when it is too large", async () => {
    expect(await problem({ content: "x".repeat(21) })).toBe(
      "HC3004 `logo`: it has 21 bytes, and at most 20 are allowed",
    );
  });

  it("when it is not what the field takes", async () => {
    expect(await problem({ content: "abc" })).toContain("three");
  });
});
