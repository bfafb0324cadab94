import { call } from "./module";

const entry = { version: "1.0.0", integrity: "sha512-a" };
const lock = (packages: Record<string, unknown>) => ({ packages: { "": { name: "this" }, ...packages } });
const isInstalled = (wanted: unknown, installed: unknown) =>
  call("run/dependencies.mjs", "isInstalled", wanted, installed);

describe("dependencies are installed again", () => {
  it("not while they are what package-lock.json says", async () => {
    const wanted = lock({ "node_modules/a": entry, "node_modules/b-win32": { ...entry, optional: true } });
    expect(await isInstalled(wanted, { packages: { "node_modules/a": entry } })).toBe(true);
  });

  it.each([
    ["nothing is installed", null],
    ["one is missing", { packages: {} }],
    ["one has another version", { packages: { "node_modules/a": { ...entry, version: "1.0.1" } } }],
    ["one has other content", { packages: { "node_modules/a": { ...entry, integrity: "sha512-b" } } }],
  ])("when %s", async (_, installed) => {
    // `null` stands for a file that is not there: JSON knows no undefined.
    expect(await isInstalled(lock({ "node_modules/a": entry }), installed)).toBe(false);
  });
});
