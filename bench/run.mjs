import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { install } from "./install.mjs";
import { measure } from "./measure.mjs";
import { scenarios, writePrograms } from "./programs.mjs";
import { keep, rowsOf, stateRowOf } from "./results.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    of: { type: "string", default: "organisations" },
    objects: { type: "string", default: "100" },
    runs: { type: "string", default: "5" },
  },
});
const objects = Number(values.objects);
const runs = Number(values.runs);

async function main() {
  const scenario = scenarios[values.of];
  if (scenario === undefined) {
    throw new Error(`--of takes ${Object.keys(scenarios).join(" or ")}, not ${values.of}`);
  }
  const { build } = await import("../tools/run/build.mjs");
  await build();
  const { startEmulator } = require("../dist/emulator");
  const installed = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-bench-"));
  try {
    await install(root, installed);
    const programs = writePrograms(installed, scenario, objects);
    const results = { ours: [], baseline: [] };
    let rows = [];
    let stateRow = "";
    for (let round = 1; round <= runs; round++) {
      for (const [name, folder] of Object.entries(programs)) {
        // A fresh one each time: the names of deleted users stay taken.
        const emulator = await startEmulator({});
        const home = fs.mkdtempSync(path.join(installed, "home-"));
        fs.mkdirSync(path.join(home, "state"));
        results[name].push(await measure(folder, home, emulator, name));
        await emulator.close();
        process.stderr.write(`round ${round} of ${runs}: ${name} done\n`);
      }
      // Kept after each round, so that what was measured is not lost when somebody stops it.
      rows = rowsOf(values.of, objects, results);
      stateRow = stateRowOf(values.of, objects, results.ours);
      keep(path.join(root, "bench", "RESULTS.md"), values.of, objects, rows, stateRow);
    }
    console.log([...rows, stateRow].join("\n"));
  } finally {
    fs.rmSync(installed, { recursive: true, force: true });
  }
}

await main();
