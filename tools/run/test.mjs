import { build } from "./build.mjs";
import { installDependencies } from "./dependencies.mjs";
import { setUpEngine, withEngine } from "./engine.mjs";
import { heading, npm, tool } from "./process.mjs";

/** Folders whose imports have to keep to the floors. */
const floors = ["provider", "emulator", "test", "tools", "bench", "examples"];

/** Everything that has to hold, cheap checks first. Arguments go to jest. */
export async function test(args) {
  await installDependencies();
  await build();
  await check("Format", "prettier", ["--check", "."], "The format check (`npx prettier --write .` mends it)");
  await check("Types", "typescript", ["-p", "tsconfig.json"], "The type check");
  await check("Lint", "eslint", ["."], "The linter");
  await check("Floors", "dependency-cruiser", floors, "The import rules");
  heading("Printed files");
  await npm("The check of printed files", ["run", "--silent", "check:generated"]);
  const engine = await setUpEngine();
  heading("Tests");
  await tool("A test", "jest", [...args, ...report()], { env: withEngine(engine) });
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

/** Where jest writes its results for a machine, when somebody asked for them. */
function report() {
  const file = process.env.HALECONNECT_TEST_REPORT ?? "";
  return file === "" ? [] : ["--json", `--outputFile=${file}`];
}
