import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(__dirname, "..", "..", "..");
const linter = path.join(root, "node_modules", "markdownlint-cli2", "markdownlint-cli2-bin.mjs");

/** What the linter of pages says of a text, with the rules of this repository. */
function complaintsAbout(page: string): string {
  return spawnSync(process.execPath, [linter, "--no-globs", "-"], { cwd: root, input: page, encoding: "utf8" }).stderr;
}

const table = "| a | b |\n| - | - |\n| 1 | 2 |\n";

it("takes a page with a table", () => {
  expect(complaintsAbout(`# Page\n\n${table}`)).not.toMatch(/error/);
});

it("refuses a second header within a table, which a merge may leave", () => {
  expect(complaintsAbout(`# Page\n\n${table}${table}`)).toMatch(/one-header/);
});

it("refuses text in angle brackets, which a browser would not show", () => {
  expect(complaintsAbout("# Page\n\nAn id is <ownerType>.<id>.\n")).toMatch(/no-inline-html/);
});
