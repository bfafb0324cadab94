import fs from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { installDependencies } from "./dependencies.mjs";
import { setUpEngine, withEngine } from "./engine.mjs";
import { heading, root, StepFailed, tool } from "./process.mjs";

/** The unit tests that speak of one kind, its rows, and its line in docs/conformance.md. */
export async function testKind([name = "", ...args]) {
  if (!/^[A-Z]\w+$/.test(name)) {
    throw new StepFailed("Name a kind: npm run test:kind Bucket", 2);
  }
  refuseUnknown(name);
  await installDependencies();
  await build();
  const files = unitTestsOf(name);
  if (files.length > 0) {
    heading(`Unit tests that speak of ${name}`);
    await tool("A unit test", "jest", ["--selectProjects", "unit", "integration", "--runTestsByPath", ...files]);
  }
  const engine = await setUpEngine();
  heading(`Rows of ${name}`);
  const env = { ...withEngine(engine), HALECONNECT_WRITE_ROW: name };
  const rows = ["--selectProjects", "e2e", "--verbose", "-t", `^${name} `, ...args, "--", "test/conformance/"];
  try {
    await tool("A row", "jest", rows, { env });
  } catch (error) {
    heading(`docs/conformance.md stays as it was: not every row of ${name} holds`);
    throw error;
  }
}

/** Each kind has a printed conformance test, whose file has its name. */
function refuseUnknown(name) {
  const known = fs
    .readdirSync(path.join(root, "test", "conformance", "conformance"))
    .map((file) => file.replace(/\.test\.ts$/, ""));
  const file = name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  if (!known.includes(file)) {
    const names = known.map((it) => it.replace(/(^|-)[a-z]/g, (letters) => letters.replace("-", "").toUpperCase()));
    throw new StepFailed(
      `There is no kind ${name}. The kinds are ${names.join(", ")}. For a new one, run npm run generate first.`,
      2,
    );
  }
}

/** Those that have its name in them. */
export function unitTestsOf(name, folder = path.join(root, "test", "unit")) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => path.join(folder, file))
    .filter((file) => new RegExp(`\\b${name}\\b`).test(fs.readFileSync(file, "utf8")));
}
