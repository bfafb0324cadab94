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

/** Everything that has to hold: types, lint and unit tests first, the rest after them. Arguments go to jest. */
export async function test(args) {
  const started = Date.now();
  await installDependencies();
  await build();
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-reports-"));
  const part = (name) => path.join(reports, `${name}.json`);
  try {
    await inLanes(typesAndLint, () => jest("Unit tests", "unit", args, part("unit")));
    heading(`Types, lint and unit tests hold: ${Math.round((Date.now() - started) / 1000)} seconds`);
    await pagesAndForm();
    const engine = await setUpEngine();
    await jest("End-to-end tests and conformance", "e2e", args, part("e2e"), { env: withEngine(engine) });
  } finally {
    mergeReports([part("unit"), part("e2e")], process.env.HALECONNECT_TEST_REPORT ?? "");
    fs.rmSync(reports, { recursive: true });
  }
}

async function typesAndLint() {
  await typecheck();
  await lintCode();
}

async function pagesAndForm() {
  await check("Format", "prettier", ["--check", ...cached, "."], "The format check (`npm run format` mends it)");
  await lintPages();
  heading("Printed files");
  await npm("The check of printed files", ["run", "--silent", "check:generated"]);
}

/** What the compiler remembers between runs; it looks itself at what that depends on. */
const remembered = ["--incremental", "--tsBuildInfoFile", path.join("node_modules", ".cache", "types.tsbuildinfo")];

/** By content. The linter gets none: its rules look at the types of other files too. */
const cached = ["--cache", "--cache-strategy", "content"];

export async function typecheck() {
  await check("Types", "typescript", ["-p", "tsconfig.json", ...remembered], "The type check");
}

/** Code, imports and pages. */
export async function lint() {
  await lintCode();
  await lintPages();
}

async function lintCode() {
  await check("Lint", "eslint", ["."], "The linter");
  await check("Floors", "dependency-cruiser", floors, "The import rules");
}

async function lintPages() {
  await check("Pages", "markdownlint-cli2", [], "The linter of pages");
}

export async function format() {
  await check("Format", "prettier", ["--write", "--log-level=warn", "."], "The formatter");
}

export async function unitTests(args, { watch = false } = {}) {
  await tool("A test", "jest", [...args, ...(watch ? ["--watch"] : []), "--selectProjects", "unit"]);
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
  await tool("A test", "jest", [...own, "--json", `--outputFile=${report}`, ...args], options);
}
