// Prints what a drift check of many organisations takes: npm run bench:drift, after npm run build.
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { stackOf, tokenOf } from "./drift-stack.mjs";
import { driftSection } from "./drift-results.mjs";
import { keepSection } from "./sections.mjs";
import { plot } from "./drift-plot.mjs";
import { install } from "./install.mjs";
import { timed } from "./timed.mjs";
import { scenarios } from "./programs.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    objects: { type: "string", default: "1000,10000,35000" },
    /** With more objects than this, the baseline is left out: it takes many minutes. */
    most: { type: "string", default: "10000" },
  },
});

const PAGE = 100;

async function main() {
  const { startEmulator } = require("../dist/emulator");
  const installed = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-bench-"));
  const rows = [];
  try {
    await install(root, installed);
    for (const objects of values.objects.split(",").map(Number)) {
      const emulator = await startEmulator({});
      try {
        rows.push(await measure(installed, emulator, objects));
        process.stderr.write(`${JSON.stringify(rows.at(-1))}\n`);
      } finally {
        await emulator.close();
      }
    }
    const section = driftSection(rows);
    keepSection(path.join(root, "bench", "RESULTS.md"), section);
    fs.writeFileSync(path.join(root, "bench", "drift.svg"), plot(rows));
    console.log(section);
  } finally {
    fs.rmSync(installed, { recursive: true, force: true });
  }
}

/** The check of a stack whose organisations are all there, and the engine's look at as many resources that do nothing. */
async function measure(installed, emulator, objects) {
  const { program, outputs } = scenarios.organisations;
  const cli = path.join(installed, "node_modules", "pulumi-haleconnect", "dist", "provider", "cli", "main.js");
  const command = [cli, "drift", "--format", "json"];
  let small;
  const whenMade = async (made) => {
    small = await timed(process.execPath, command, made);
  };
  const ours = await stackOf({ installed, emulator, objects, program, outputs, kind: "Organisation", whenMade });
  const check = await timed(process.execPath, command, ours);
  const report = JSON.parse(check.stdout);
  if (report.verdict !== "inSync" || report.compared !== objects) {
    throw new Error(`The check of ${objects} organisations says ${report.verdict}, and compared ${report.compared}`);
  }
  const base = { objects, seconds: check.seconds, peak: check.peak, idle: small.peak, pages: report.requests.pages };
  const sizes = { state: ours.stateBytes, lists: await bytesOfLists(emulator) };
  if (objects > Number(values.most)) {
    return { ...base, ...sizes };
  }
  const nothing = await stackOf({ installed, emulator, objects, program, outputs, kind: "DoNothing" });
  const flags = ["refresh", "--preview-only", "--run-program", "--non-interactive"];
  const refresh = await timed("pulumi", flags, nothing);
  return { ...base, ...sizes, baseline: refresh.seconds };
}

/** What the server sends for all organisations. */
async function bytesOfLists(emulator) {
  const { url } = emulator;
  const token = await tokenOf(emulator);
  let bytes = 0;
  for (let offset = 0, isLast = false; !isLast; offset += PAGE) {
    const answer = await fetch(`${url}/accounts/v1/organisations?limit=${PAGE}&offset=${offset}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await answer.text();
    bytes += text.length;
    isLast = JSON.parse(text).length < PAGE;
  }
  return bytes;
}

await main();
