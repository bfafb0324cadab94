import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { createRequire } from "node:module";
import { writePrograms } from "./programs.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: { objects: { type: "string", default: "100" }, runs: { type: "string", default: "5" } },
});
const objects = Number(values.objects);
const runs = Number(values.runs);

const steps = {
  up: ["up", "--yes", "--skip-preview"],
  "no-change up": ["up", "--yes", "--skip-preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};

const run = promisify(execFile);

async function install(folder) {
  const npm = (args, cwd) => run("npm", args, { cwd });
  await npm(["pack", "--pack-destination", folder], root);
  const tarball = fs.readdirSync(folder).find((name) => name.endsWith(".tgz"));
  fs.writeFileSync(path.join(folder, "package.json"), '{ "name": "bench", "private": true }');
  const { version } = require("@pulumi/pulumi/package.json");
  await npm(
    [
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      "--loglevel=error",
      path.join(folder, tarball),
      `@pulumi/pulumi@${version}`,
    ],
    folder,
  );
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(folder, home, emulator, name) {
  const { ensureEngine } = require("../dist/provider/engine");
  const engine = await ensureEngine({});
  const env = {
    ...process.env,
    PATH: `${engine.directory}${path.delimiter}${process.env.PATH}`,
    PULUMI_HOME: path.join(home, "pulumi"),
    PULUMI_BACKEND_URL: `file://${path.join(home, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "bench",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    HALECONNECT_URL: emulator.url,
    HALECONNECT_USERNAME: emulator.username,
    HALECONNECT_PASSWORD: emulator.password,
    HALECONNECT_REQUESTS_PER_SECOND: "1000",
  };
  const pulumi = (args) => run("pulumi", [...args, "--non-interactive"], { cwd: folder, env, maxBuffer: 2 ** 28 });
  await pulumi(["stack", "select", "--create", `bench-${name}`]);
  const figures = {};
  for (const [step, args] of Object.entries(steps)) {
    await fetch(`${emulator.url}/_emulator/requests`, { method: "DELETE" });
    const from = performance.now();
    await pulumi(args);
    const seconds = (performance.now() - from) / 1000;
    const { total } = await (await fetch(`${emulator.url}/_emulator/requests`)).json();
    figures[step] = { seconds, requests: total };
  }
  return figures;
}

function report(results) {
  const rows = Object.keys(steps).map((step) => {
    const of = (name) => median(results[name].map((figures) => figures[step].seconds));
    const requests = median(results.organisations.map((figures) => figures[step].requests));
    const ratio = of("organisations") / of("baseline");
    return `| ${objects} | ${step} | ${of("baseline").toFixed(1)} s | ${of("organisations").toFixed(1)} s | ${ratio.toFixed(2)} | ${requests} | ${(requests / objects).toFixed(2)} |`;
  });
  return rows.join("\n");
}

const heading = `# Results

Each row is the median of several runs, organisations and do-nothing dynamic resources in turn on the same machine;
only the ratio means something elsewhere. \`requests\` are those the server counted in that step.

| objects | step | do-nothing | organisations | ratio | requests | per object |
|---|---|---|---|---|---|---|
`;

function keep(rows) {
  const file = path.join(root, "bench", "RESULTS.md");
  const old = fs.existsSync(file)
    ? fs
        .readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => /^\| \d/.test(line))
    : [];
  const others = old.filter((line) => !line.startsWith(`| ${objects} |`));
  const all = [...others, ...rows.split("\n")].sort((a, b) => parseInt(a.slice(2), 10) - parseInt(b.slice(2), 10));
  fs.writeFileSync(
    file,
    `${heading}${all.join("\n")}\n\nLast command: \`npm run bench -- --objects ${objects} --runs ${runs}\`.\n`,
  );
}

async function main() {
  const { startEmulator } = require("../dist/emulator");
  const installed = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-bench-"));
  const emulator = await startEmulator({});
  try {
    await install(installed);
    const programs = writePrograms(installed, objects);
    const results = { organisations: [], baseline: [] };
    for (let round = 1; round <= runs; round++) {
      for (const [name, folder] of Object.entries(programs)) {
        const home = fs.mkdtempSync(path.join(installed, "home-"));
        fs.mkdirSync(path.join(home, "state"));
        results[name].push(await measure(folder, home, emulator, name));
        process.stderr.write(`round ${round} of ${runs}: ${name} done\n`);
      }
    }
    const rows = report(results);
    console.log(rows);
    keep(rows);
  } finally {
    await emulator.close();
    fs.rmSync(installed, { recursive: true, force: true });
  }
}

await main();
