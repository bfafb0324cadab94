import fs from "node:fs";
import path from "node:path";
import { kinds } from "../../../provider/kinds";
import { fileNameOf } from "../../../provider/kinds/files/file-name";

const readme = fs.readFileSync(path.resolve(__dirname, "..", "..", "..", "README.md"), "utf8");

it("the README's table of resources has a line for each kind, in the order of the list", () => {
  const lines = [...readme.matchAll(/^\| \[`(\w+)`\]\(docs\/reference\/([\w-]+)\.md\)/gm)];
  expect(lines.map(([, name, page]) => [name, page])).toEqual(kinds.map(({ name }) => [name, fileNameOf(name)]));
});
