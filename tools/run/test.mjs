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

async function check(title, dependency, args, what) {
  heading(title);
  await tool(what, dependency, args);
}

/** Where jest writes its results for a machine, when somebody asked for them. */
function report() {
  const file = process.env.HALECONNECT_TEST_REPORT ?? "";
  return file === "" ? [] : ["--json", `--outputFile=${file}`];
}
