import fs from "node:fs";
import path from "node:path";
import { build } from "../run/build.mjs";
import { installDependencies } from "../run/dependencies.mjs";
import { setUpEngine, withEngine } from "../run/engine.mjs";
import { heading, root, run } from "../run/process.mjs";
import { startEmulator, stopEmulator } from "./emulator.mjs";
import { environmentOf, withEnvironment, writeEnvironment } from "./environment.mjs";
import { installPackage } from "./install.mjs";
import { nextSteps } from "./next-steps.mjs";
import { folder, places, stack } from "./places.mjs";
import { organisations } from "./platform.mjs";
import { chosenPort } from "./port.mjs";
import { treeOf } from "./tree.mjs";

export async function quickstart() {
  const port = chosenPort();
  await installDependencies();
  await build();
  const engine = await setUpEngine();
  openFolder();

  heading("Embedded hale»connect");
  const login = await startEmulator(port);
  console.error(
    `${login.isNew ? "started" : "runs already"}: ${login.url}, data in ${path.relative(root, places.data)}`,
  );

  heading("pulumi up");
  await installPackage();
  const environment = environmentOf(login);
  writeEnvironment(engine, environment);
  const env = withEngine(engine, withEnvironment(environment));
  await run("pulumi stack select", "pulumi", ["stack", "select", "--create", stack], { env });
  await run("pulumi up", "pulumi", ["up", "--yes", "--stack", stack], { env });

  heading("The organisations on the server");
  console.log(treeOf(await organisations(login)).join("\n"));
  console.log(nextSteps(login));
}

export async function stop() {
  console.log((await stopEmulator()) ? "The emulator was stopped; its data stays." : "The emulator is not running.");
}

/** For its owner alone: it holds the state, the password and the passphrase. */
function openFolder() {
  for (const place of [places.pulumiHome, places.state]) {
    fs.mkdirSync(place, { recursive: true });
  }
  fs.chmodSync(folder, 0o700);
  fs.writeFileSync(path.join(folder, ".gitignore"), "*\n");
}
