// Prints what it takes to bind the provider to thirteen large documents: node bench/contract.mjs, after npm run build.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { largeDocuments } from "./contract-documents.mjs";
import { median } from "./median.mjs";
import { peakOf } from "./memory.mjs";
import { keepSection } from "./sections.mjs";

const [documents, bytes, runs] = [13, 1024 ** 2, 3];
const file = fileURLToPath(import.meta.url);

if (process.argv[2] === "--pull") {
  pull(process.argv[3]);
} else {
  measure();
}

/** In a process of its own, so that its memory is that of a pull alone. */
function pull(folder) {
  const require = createRequire(import.meta.url);
  const { documentsInFolder } = require("../dist/provider/cli/contract/documents-in-folder");
  const { pull: make } = require("../dist/provider/binding/pulling/pull");
  const [from, busy] = [performance.now(), process.cpuUsage()];
  const read = documentsInFolder(folder);
  const parsed = performance.now();
  make(read, { servers: ["https://platform.example"], date: "2026-01-01" });
  const done = performance.now();
  const { user, system } = process.cpuUsage(busy);
  const operations = read.reduce((sum, { read: { operations: found = [] } }) => sum + found.length, 0);
  console.log(
    JSON.stringify({
      operations,
      reading: parsed - from,
      matching: done - parsed,
      cpu: (user + system) / 1000,
      peak: peakOf(process.pid),
    }),
  );
}

function measure() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "contract-bench-"));
  try {
    for (const { name, text } of largeDocuments(documents, bytes)) {
      fs.writeFileSync(path.join(folder, `${name}.json`), text);
    }
    const results = Array.from({ length: runs }, () => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [file, "--pull", folder], { encoding: "utf8" });
      if (status !== 0) {
        throw new Error(stderr);
      }
      return JSON.parse(stdout);
    });
    const of = (key) => median(results.map((result) => result[key]));
    const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
    const section = `## A contract pull

\`haleconnect contract pull\` reads ${documents} documents of ${bytes / 1024 ** 2} MiB with ${of("operations")} operations in all, and matches the
provider's. The figures are medians of ${runs} runs. \`npm run bench:contract\` writes this section.

| reading | matching | processor for both | peak memory |
|---|---|---|---|
| ${seconds(of("reading"))} | ${seconds(of("matching"))} | ${seconds(of("cpu"))} | ${Math.round(of("peak"))} MiB |
`;
    keepSection(path.resolve(path.dirname(file), "RESULTS.md"), section);
    console.log(section);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
