import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { install } from "./install.mjs";
import { environmentOf } from "./measure.mjs";
import { watchProvider } from "./memory.mjs";
import { scenarios, writePrograms } from "./programs.mjs";
import { keepSection } from "./sections.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** The largest file that the platform takes (docs/platform.md#limits), and one that is as good as nothing. */
const sizes = { large: 2 * 1024 ** 3, small: 1024 };

const program = `
const { Bucket, BucketFile } = require("pulumi-haleconnect");
const bucket = new Bucket("bucket", { organisation: "1", name: "Large files" });
new BucketFile("file", { bucket, name: "file.bin", source: { path: "file.bin" } });
exports.bucket = bucket.id;
`;

/** Brings the program of a folder up, and watches the process of the provider meanwhile. */
async function bringUp(folder, home, emulator) {
  fs.mkdirSync(path.join(home, "state"), { recursive: true });
  const options = { cwd: folder, env: await environmentOf(home, emulator), maxBuffer: 2 ** 28 };
  await run("pulumi", ["stack", "init", "bench", "--non-interactive"], options);
  const from = performance.now();
  const engine = spawn("pulumi", ["up", "--yes", "--skip-preview", "--non-interactive"], {
    ...options,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const watch = watchProvider(engine.pid);
  const code = await new Promise((resolve) => engine.once("exit", resolve));
  const peak = watch.stop();
  if (code !== 0) {
    throw new Error(`pulumi up ended with ${code}`);
  }
  return { options, seconds: (performance.now() - from) / 1000, peak };
}

async function download(emulator, { options }) {
  const { stdout } = await run("pulumi", ["stack", "output", "bucket"], options);
  const [ownerType, ownerId, bucketId] = stdout.trim().split("/")[1].split(".");
  const script = path.join(root, "bench", "download.mjs");
  const args = [script, ownerType, ownerId, bucketId, "file.bin"];
  return JSON.parse((await run(process.execPath, args, options)).stdout);
}

async function upAndDown(installed, size) {
  const { startEmulator } = require("../dist/emulator");
  const emulator = await startEmulator({});
  const folder = fs.mkdtempSync(path.join(installed, "files-"));
  try {
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: bench-files\nruntime: nodejs\n");
    fs.writeFileSync(path.join(folder, "index.js"), program);
    fs.writeFileSync(path.join(folder, "file.bin"), "");
    fs.truncateSync(path.join(folder, "file.bin"), size);
    const up = await bringUp(folder, path.join(folder, "home"), emulator);
    const down = await download(emulator, up);
    if (down.bytes !== size) {
      throw new Error(`${down.bytes} of ${size} bytes came back`);
    }
    return { up, down };
  } finally {
    await emulator.close();
  }
}

/** The floor: a process of Pulumi's that runs a resource which does nothing. */
async function idle(installed) {
  const { startEmulator } = require("../dist/emulator");
  const emulator = await startEmulator({});
  const { baseline } = writePrograms(installed, scenarios.organisations, 1);
  try {
    return await bringUp(baseline, fs.mkdtempSync(path.join(installed, "home-")), emulator);
  } finally {
    await emulator.close();
  }
}

function sectionOf(nothing, { small, large }) {
  const row = (what, { peak, seconds }) => `| ${what} | ${peak.toFixed(0)} MiB | ${seconds.toFixed(1)} s |`;
  return `The real engine uploads a file of 2 GiB through BucketFile, and the provider's client downloads it. The table shows the peak
memory (VmHWM) of the process that does it. For an upload the provider reads the file twice: for its checksum, and to send
it. \`npm run bench:files\` writes this section.

| process | peak memory | time |
|---|---|---|
${row("provider, a resource that does nothing", nothing)}
${row("provider, a file of 1 KiB up", small.up)}
${row("provider, a file of 2 GiB up", large.up)}
${row("client, a file of 1 KiB down", small.down)}
${row("client, a file of 2 GiB down", large.down)}`;
}

async function main() {
  const { build } = await import("../tools/run/build.mjs");
  await build();
  const installed = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-bench-"));
  try {
    await install(root, installed);
    const nothing = await idle(installed);
    const small = await upAndDown(installed, sizes.small);
    const large = await upAndDown(installed, sizes.large);
    const section = sectionOf(nothing, { small, large });
    console.log(section);
    keepSection(path.join(root, "bench", "RESULTS.md"), `## A large file\n\n${section}`);
  } finally {
    fs.rmSync(installed, { recursive: true, force: true });
  }
}

await main();
