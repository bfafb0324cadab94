import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { readRolesFile } from "../../../emulator/roles-file";

const sample = path.resolve(__dirname, "..", "..", "samples", "roles.json");
let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "roles-"));
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function errorOf(text: string): string {
  const file = path.join(folder, "roles.yaml");
  fs.writeFileSync(file, text);
  try {
    readRolesFile(file);
  } catch (error) {
    return (error as Error).message.replaceAll(file, "roles.yaml");
  }
  return "no error";
}

describe("a roles file", () => {
  it("gives roles with their rules, also those that stand under `resource`", () => {
    const roles = readRolesFile(sample);
    expect(Object.keys(roles)).toEqual([
      "anonymous",
      "basicUser",
      "dataManager",
      "themeManager",
      "publisher",
      "regionAdmin",
    ]);
    expect(roles["anonymous"]?.resources.Bucket).toMatchObject({ comment: { requires: "read" } });
    expect(roles["publisher"]?.label).toEqual({ en: "Publisher", de: "Redaktion" });
  });

  it("may be YAML, and leave out what it does not need", () => {
    expect(errorOf("anonymous: {}\nmember: {extends: anonymous}\n")).toBe("no error");
  });

  it.each([
    [
      "a role that there is not",
      "anonymous: {}\nmember:\n  extends: nobody\n",
      "roles.yaml:3:3: there is no role `nobody`",
    ],
    ["no anonymous role", "member: {extends: member}\n", "roles.yaml:1:1: there is no role `anonymous`"],
    [
      "a circle",
      "anonymous: {}\na:\n  extends: b\nb:\n  extends: a\n",
      "roles.yaml:3:3: `a` extends itself, through `b`",
    ],
    ["a role that extends none", "anonymous: {}\nmember: {}\n", "roles.yaml:2:1: `member` extends no role"],
    [
      "an unknown condition",
      "anonymous: {}\nmember:\n  extends: anonymous\n  resources:\n    Bucket:\n      read: [organization]\n",
      "roles.yaml:6:",
    ],
    [
      "a type of resource that there is not",
      "anonymous: {}\nmember:\n  extends: anonymous\n  resources:\n    Dataset: {}\n",
      "roles.yaml:5:5: ",
    ],
    ["an unknown key", "anonymous: {}\nmember:\n  extend: anonymous\n", "roles.yaml:3:3: "],
    ["nobody who can be given one", "anonymous: {}\n", "there is no role that a user can be given"],
    ["no YAML", "anonymous: {\n", "roles.yaml:2:1: "],
  ])("says of %s where it stands", (_what, text, expected) => {
    expect(errorOf(text)).toContain("The roles file roles.yaml has");
    expect(errorOf(text)).toContain(expected);
  });

  it("that is not there is an error that says so", () => {
    expect(() => readRolesFile(path.join(folder, "none.json"))).toThrow(/none\.json cannot be read/);
  });
});
