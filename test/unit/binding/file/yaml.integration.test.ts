import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { readContractFile } from "../../../../provider/binding/file/read";
import { failureOf, fileOf, head, problemsOf, read, removeFiles, withOperations } from "./written-file";

afterAll(removeFiles);

describe("a text that is no contract file", () => {
  it.each([
    ["nothing", "", "the file is empty"],
    ["comments alone", "# to be written\n", "the file is empty"],
    ["a list", "- a\n", "the file is a list"],
    ["a text", "hello\n", 'the file is "hello"'],
    ["a web page", "<!doctype html><p>Not found</p>", 'the file is "<!doctype html><p>Not found</p>"'],
  ])("is told: %s", (_, text, what) => {
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^\\d+:\\d+: ${what.replace(/[?.]/g, "\\$&")}: expected a map with \`haleconnect\`, \`servers\` and \`operations\`$`,
        ),
      ),
    ]);
  });
});

describe("a text that is no YAML is told with its line and column:", () => {
  it.each([
    ["a bracket that is not closed", `${head}operations: {\n`, /^4:1: this is no YAML: /],
    ["a tab", `${head}operations:\n\tlogin: {}\n`, /^4:1: a tab cannot indent: write spaces$/],
    ["a second document", `${head}operations: {}\n---\na: 1\n`, /^4:1: a second document begins here: /],
    [
      "a key that stands twice",
      withOperations("login: { same: true }", "login: { missing: true }"),
      /^5:3: this key stands twice in its map: remove one of the two$/,
    ],
    [
      "a field that stands twice",
      withOperations("login:", "  body: { username: a, username: b }"),
      /^5:26: this key stands twice/,
    ],
    [
      "an alias without an anchor",
      withOperations("login: *nothing"),
      /^4:10: `\*nothing` repeats nothing: no value before it has the anchor `&nothing`$/,
    ],
    [
      "an alias before its anchor",
      withOperations("login: *later", "getUsers: &later { same: true }"),
      /^4:10: `\*later` repeats nothing/,
    ],
    [
      "an alias inside of what it repeats",
      withOperations("login: &it { fixed: { a: *it } }"),
      /^4:28: `\*it` stands inside of the value that it repeats$/,
    ],
    [
      "a merge key without a map",
      withOperations("login: { <<: text }"),
      /^4:12: `<<` takes a map, an alias of a map, or a list of them$/,
    ],
  ])("%s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(problem)]);
  });

  it("several at once", () => {
    expect(problemsOf(withOperations("login: *a", "getUsers: *b"))).toHaveLength(2);
  });
});

describe("a text that asks for more than it is worth is refused:", () => {
  it("aliases that multiply", () => {
    const levels = ["b", "c", "d", "e", "f", "g", "h", "i"].map((name, index) => {
      const before = `*${"abcdefgh"[index] ?? ""}`;
      return `${name}: &${name} [${Array(10).fill(before).join()}]`;
    });
    expect(problemsOf(`${head}a: &a [1,2,3,4,5,6,7,8,9,10]\n${levels.join("\n")}\n`)).toEqual([
      expect.stringMatching(/^11:8: the aliases make more than 300000 values of this file: repeat less$/),
    ]);
  });

  it.each(["[", "{ a: "])("values within values: %s", (open) => {
    const [problem] = problemsOf(`${head}operations: ${open.repeat(20_000)}\n`);
    expect(problem).toMatch(/^3:\d+: the values are nested too deeply here$/);
  });

  it("sixty thousand operations that the provider does not have", () => {
    const names = Array.from({ length: 60_000 }, (_, index) => `  operation${index}: { same: true }\n`).join("");
    expect(problemsOf(`${head}operations:\n${names}`)[0]).toBe("4:3: the provider has no operation operation0");
  });

  it("more than 8 MB", () => {
    const text = `${head}operations: {}\n#${"x".repeat(9 * 1024 * 1024)}`;
    expect(failureOf(text).message).toMatch(/it has \d+ bytes: a contract file has at most 8388608/);
  });

  it("but not a file of 5 MB", () => {
    const remarks = Array.from(
      { length: 90_000 },
      (_, index) => `    - this remark is one of a great many: ${index}\n`,
    );
    const text = `${withOperations("login:", "  same: true", "  remarks:")}${remarks.join("").replaceAll(": ", " ")}`;
    expect(text.length).toBeGreaterThan(4_000_000);
    expect(read(text).operations["login"]?.remarks).toHaveLength(90_000);
  });
});

describe("a contract file that cannot be read", () => {
  it("is told with its name and the reason", () => {
    const file = path.join(os.tmpdir(), "haleconnect-no-such-folder", "haleconnect.contract.yaml");
    expect(() => readContractFile(file)).toThrow(
      `${file}: it cannot be read: there is no such file or folder (ENOENT)`,
    );
  });

  it("because it is a folder is told", () => {
    const folder = `${fileOf("x")}.folder`;
    fs.mkdirSync(folder);
    expect(() => readContractFile(folder)).toThrow(/HC1005 [^]*it cannot be read: it is a folder/);
  });
});
