import fs from "node:fs";
import path from "node:path";
import * as prettier from "prettier";

const page = path.resolve(__dirname, "..", "..", "docs", "reliability.md");

/** Replaces what stands between the marks of a section, which a command prints. */
export async function writeSection(name: string, text: string): Promise<void> {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const before = fs.readFileSync(page, "utf8");
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) {
    throw new Error(`${page} has no section ${name}`);
  }
  const after = `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`;
  const options = (await prettier.resolveConfig(page)) ?? {};
  fs.writeFileSync(page, await prettier.format(after, { ...options, filepath: page }));
}
