import fs from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { judge } from "./judge";
import { matchingPage } from "./page";

/** Platforms that docs/matching.md is about. */
const PLATFORMS = 30;

/** Prints docs/matching.md. Ends with 1 if anything was bound wrongly. */
async function main(): Promise<void> {
  const judgements = Array.from({ length: PLATFORMS }, (_, index) => judge(index + 1));
  const file = path.resolve(__dirname, "..", "..", "docs", "matching.md");
  const options = (await prettier.resolveConfig(file)) ?? {};
  fs.writeFileSync(file, await prettier.format(matchingPage(judgements), { ...options, filepath: file }));
  const wrong = judgements.flatMap((it) => it.wrong.map((text) => `seed ${it.seed}: ${text}`));
  console.log(wrong.length === 0 ? "Written: docs/matching.md" : wrong.join("\n"));
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

void main();
