import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { cleanEnvironment } from "../../support/clean-environment";

const run = promisify(execFile);

export const projectFile = "name: tenant\nruntime: nodejs\n";
export const passphrase = "of the tests";
export const stackName = "dev";

/** The salt of its passphrase. */
const settings = `Pulumi.${stackName}.yaml`;

/** Once for all end-to-end tests: an empty stack as `pulumi stack init` makes it. Gives the folder that holds it. */
export async function makeBegunStack(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-begun-"));
  const state = path.join(folder, "state");
  fs.mkdirSync(state);
  fs.writeFileSync(path.join(folder, "Pulumi.yaml"), projectFile);
  const env = {
    ...cleanEnvironment(),
    PULUMI_HOME: path.join(folder, "pulumi"),
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  await run("pulumi", ["stack", "init", stackName, "--non-interactive"], { cwd: folder, env });
  return folder;
}

/** Gives a program such a stack, which `pulumi stack init` takes half a second for. PULUMI_STACK has to select it. */
export function beginStack(folder: string, home: string): void {
  const begun = begunStackFolder();
  fs.cpSync(path.join(begun, "state"), path.join(home, "state"), { recursive: true });
  fs.copyFileSync(path.join(begun, settings), path.join(folder, settings));
}

export function begunStackFolder(): string {
  const folder = process.env["HALECONNECT_TEST_BEGUN_STACK"];
  if (folder === undefined) {
    throw new Error("The end-to-end tests need an empty stack: start them with `npm test`");
  }
  return folder;
}
