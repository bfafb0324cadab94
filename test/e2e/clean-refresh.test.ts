import fs from "node:fs";
import path from "node:path";
import { oneOfEachKind, programOf, secretInputs, variableOf, type Declared } from "./support/every-kind";
import { installedFolder } from "./support/installed-folder";
import { Tenant } from "./support/tenant";

const secrets = Object.fromEntries(secretInputs.map(({ kind, field }) => [variableOf(kind, field), "Sunshine-42"]));

/** Files in all the ways in which they can be given, in a bucket of nobody in the program. */
const filesIn = (bucket: string) => [
  'const pulumi = require("@pulumi/pulumi");',
  'new haleconnect.Bucket("more", { organisation: "1", name: "More", files: ["data/*.txt", { path: "notes.md", name: "deep/notes.md" }] });',
  `const bucket = ${JSON.stringify(bucket)};`,
  'new haleconnect.BucketFile("by path", { bucket, name: "by-path.md", source: { path: "notes.md" } });',
  'new haleconnect.BucketFile("as an asset", { bucket, name: "asset.md", source: new pulumi.asset.StringAsset("text") });',
  'new haleconnect.BucketFile("as a file", { bucket, name: "file.md", source: new pulumi.asset.FileAsset("notes.md") });',
];

let tenant: Tenant;
let declared: Declared;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), { "index.js": "" });
  fs.mkdirSync(path.join(tenant.folder, "data"));
  tenant.edit({ "data/a.txt": "a", "data/b.txt": "b", "notes.md": "# Notes" });
  declared = await oneOfEachKind(tenant);
  write(declared);
  const { code, output } = await run("up", "--yes", "--skip-preview");
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
}, 300_000);
afterAll(() => tenant.stop());

function write(of: Declared): void {
  const { "index.js": program = "" } = programOf(of);
  tenant.edit({ "index.js": [program, ...filesIn(of["BucketFile"]?.["bucket"] as string), ""].join("\n") });
}

function run(...args: readonly string[]) {
  return tenant.pulumi([...args, "--non-interactive"], secrets);
}

/**
 * The lines that tell of a difference: `[diff: ~description]` of a row, and `~ description: …` of its details. A row that
 * says `refreshing` stands before the look at the server: with --run-program the engine compares there what the program
 * says, where a file is a path, with the checked form of it in the state, where it has its checksum.
 */
function differencesIn(output: string): string[] {
  const isTold = (line: string): boolean => /\[diff: /.test(line) || /^\s+[~+-] \S+\s*:/.test(line);
  return output.split("\n").filter((line) => isTold(line) && !/ refreshing /.test(line));
}

it.each([
  ["refresh --preview-only", ["refresh", "--preview-only"]],
  ["preview --refresh --diff", ["preview", "--refresh", "--diff"]],
  ["preview --refresh --run-program", ["preview", "--refresh", "--run-program"]],
  ["up --refresh", ["up", "--yes", "--skip-preview", "--refresh"]],
  ["refresh --diff", ["refresh", "--yes", "--skip-preview", "--diff"]],
] as const)(
  "shows nothing of what is equal: %s",
  async (_name, args) => {
    const { code, output } = await run(...args);
    expect({ code, differences: differencesIn(output) }).toEqual({ code: 0, differences: [] });
    expect(output).toMatch(/\d+ unchanged/);
  },
  120_000,
);
