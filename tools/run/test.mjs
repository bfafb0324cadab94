import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "./build.mjs";
import { installDependencies } from "./dependencies.mjs";
import { setUpEngine, withEngine } from "./engine.mjs";
import { heading, inLanes, npm, tool } from "./process.mjs";
import { mergeReports } from "./report.mjs";

/** Folders whose imports have to keep to the floors. */
const floors = ["provider", "emulator", "test", "tools", "bench", "examples"];

/** End-to-end tests often wait for a process or for a retry, so two cores have time for four. */
const WORKERS_THAT_WAIT = 4;

/** The parts of the tests, in this order. */
const parts = ["unit", "integration", "e2e"];

/** Everything that has to hold: types, lint and unit tests first, the rest after them. Arguments go to jest. */
export async function test(args) {
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-reports-"));
  const part = (name) => path.join(reports, `${name}.json`);
  try {
    await fastTests(args, part("unit"));
    await build();
    await inLanes(pagesAndForm, () => jest("Integration tests", "integration", args, part("integration")));
    const engine = await setUpEngine();
    const waiting = ["--maxWorkers", `${WORKERS_THAT_WAIT}`, ...args];
    await jest("End-to-end tests and conformance", "e2e", waiting, part("e2e"), { env: withEngine(engine) });
  } finally {
    mergeReports(parts.map(part), process.env.HALECONNECT_TEST_REPORT ?? "");
    fs.rmSync(reports, { recursive: true });
  }
}

async function pagesAndForm() {
  await check("Format", "prettier", ["--check", ...cached, "."], "The format check (`npm run format` mends it)");
  await lintPages();
  heading("Printed files");
  await npm("The check of printed files", ["run", "--silent", "check:generated"]);
}

const cached = ["--cache", "--cache-strategy", "content"];

/** The examples see the package only once it is packed into them; the end-to-end tests compile them against that. */
const typed = floors.filter((folder) => folder !== "examples");

export async function typecheck() {
  await check("Types", "oxlint", ["--type-aware", "--type-check", "-A", "all", ...typed], "The type check");
}

const strict = ["--report-unused-disable-directives-severity", "error"];

/** Types, code, imports and pages. */
export async function lint() {
  await lintCode();
  await lintPages();
}

async function lintCode() {
  await check("Types and lint", "oxlint", ["--type-aware", "--type-check", ...strict, ...typed], "The linter");
  await check("Lint of examples", "oxlint", [...strict, "examples"], "The linter");
  await check("Floors", "dependency-cruiser", floors, "The import rules");
}

async function lintPages() {
  await check("Pages", "markdownlint-cli2", [], "The linter of pages");
}

export async function format() {
  await check("Format", "prettier", ["--write", "--log-level=warn", "."], "The formatter");
}

/** What takes less than a minute: types, lint, and the unit tests that start nothing. */
export async function fastTests(args, report) {
  const started = Date.now();
  await installDependencies();
  await inLanes(lintCode, () => jest("Unit tests", "unit", args, report));
  heading(`Types, lint and unit tests hold: ${Math.round((Date.now() - started) / 1000)} seconds`);
}

/** All unit tests: those that start nothing, and those that start a server or a process, or try many cases. */
export async function unitTests(args, { watch = false } = {}) {
  await tool("A test", "jest", [...args, ...(watch ? ["--watch"] : []), "--selectProjects", "unit", "integration"]);
}

/** Every row with every fault, which takes minutes, and the page that says what came of it. */
export async function conformance() {
  await installDependencies();
  await build();
  const engine = await setUpEngine();
  const env = { ...withEngine(engine), HALECONNECT_THOROUGH: "1", HALECONNECT_WRITE_CONFORMANCE: "1" };
  await tool("A row", "jest", ["--selectProjects", "e2e", "--", "conformance/conformance"], { env });
}

/** A life or a kill at a time, and the table of what came of them. */
export async function reliability(what, args) {
  await installDependencies();
  await build();
  const engine = await setUpEngine();
  await tool("A run", "ts-node", ["-T", `test/reliability/${what}.ts`, ...args], { env: withEngine(engine) });
}

async function check(title, dependency, args, what) {
  heading(title);
  await tool(what, dependency, args);
}

/** One project of jest. Arguments that mean tests of the other project find none in this one. */
async function jest(title, project, args, report, options) {
  heading(title);
  const progress = path.join(import.meta.dirname, "progress.cjs");
  const own = ["--selectProjects", project, "--passWithNoTests", "--reporters=default", `--reporters=${progress}`];
  const kept = report === undefined ? [] : ["--json", `--outputFile=${report}`];
  await tool("A test", "jest", [...own, ...kept, ...args], options);
}
