import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { haleconnect } from "../command";

const root = path.resolve(__dirname, "..", "..", "..", "..");
const saved = path.join(root, "test", "foreign", "documents");
const schema = z.fromJSONSchema(
  JSON.parse(fs.readFileSync(path.join(root, "docs", "haleconnect.contract-check.schema.json"), "utf8")) as never,
);

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "contract-check-"));
  file = path.join(folder, "haleconnect.contract.yaml");
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("HALECONNECT_")));
const contract = (...args: readonly string[]) => haleconnect(["contract", ...args], clean);

/** A pulled and confirmed file, and a folder of documents in which one text is another one. */
async function pulled(from: string, to: string): Promise<string> {
  await contract("pull", "--documents", saved, "--out", file);
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replaceAll("confirmed: false", "confirmed: true"));
  const later = path.join(folder, "later");
  fs.cpSync(saved, later, { recursive: true });
  const identity = path.join(later, "identity.yaml");
  fs.writeFileSync(identity, fs.readFileSync(identity, "utf8").replaceAll(from, to));
  return later;
}

describe("haleconnect contract check", () => {
  it.each([
    ["a file", () => ["test/foreign/contract/haleconnect.contract.yaml"]],
    ["documents", () => ["--documents", saved]],
  ])("prints for %s what its published JSON Schema says", async (_, args) => {
    const { stdout } = await contract("check", "--format", "json", ...args());
    const report = JSON.parse(stdout) as { readonly kinds: readonly unknown[]; readonly changed: unknown };
    expect(schema.safeParse(report).error).toBeUndefined();
    expect(report.kinds.length).toBeGreaterThan(10);
    expect(report.changed).toEqual([]);
    expect(schema.safeParse({ ...report, more: 1 }).success).toBe(false);
  });

  it("holds a file against documents: what changed since the pull is told, and to be confirmed again", async () => {
    const later = await pulled(" secret:", " proof:");
    const { stdout } = await contract("check", file, "--documents", later, "--format", "json", "--kinds", "User");
    const report = JSON.parse(stdout) as {
      readonly changed: readonly { readonly changed: readonly { readonly operation: string }[] }[];
      readonly operations: readonly { readonly operation: string; readonly confirmed: boolean }[];
    };
    expect(schema.safeParse(report).error).toBeUndefined();
    expect(report.changed[0]?.changed).toContainEqual({
      operation: "createUser",
      changes: ["it no longer takes `secret`"],
      isGone: false,
    });
    const isConfirmed = (key: string) => report.operations.find(({ operation }) => operation === key)?.confirmed;
    expect(["createUser", "deleteUser"].map(isConfirmed)).toEqual([false, true]);
    expect(fs.readFileSync(file, "utf8")).not.toContain("Changed on the server");
  });

  it.each([
    ["is empty", () => undefined],
    ["has only what cannot be read", (dir: string) => fs.writeFileSync(path.join(dir, "identity.yaml"), "none")],
    [
      "has only other documents",
      (dir: string) => fs.cpSync(path.join(saved, "jobs.json"), path.join(dir, "other.json")),
    ],
  ])("fails if the folder %s, because it could compare nothing", async (_, fill) => {
    await pulled("a", "a");
    const empty = fs.mkdtempSync(path.join(folder, "empty-"));
    fill(empty);
    const { code, stderr, stdout } = await contract("check", file, "--documents", empty, "--kinds", "Organisation");
    expect(code).toBe(2);
    expect(stderr).toContain(`There is no document with which ${file} can be compared`);
    expect(stderr).toContain("catalogue, directory, identity, jobs, storage");
    expect(stdout).toBe("");
  });

  it("names a document that it could not compare", async () => {
    const later = await pulled("a", "a");
    fs.rmSync(path.join(later, "directory.yaml"));
    const { code, stdout } = await contract("check", file, "--documents", later, "--kinds", "Organisation");
    expect(stdout).toContain("Not compared, because they were not read:\n  the document directory\n");
    expect(code).toBe(1);
  });

  it("refuses to hold a file against another server", async () => {
    await pulled("a", "a");
    const { code, stderr } = await contract("check", file, "--url", "https://other.example");
    expect(code).toBe(2);
    expect(stderr).toMatch(/is for https:\/\/haleconnect\.example, not for https:\/\/other\.example/);
  });
});
