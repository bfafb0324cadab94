import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { median } from "./median.mjs";

const require = createRequire(import.meta.url);
const run = promisify(execFile);

export const steps = {
  up: ["up", "--yes", "--skip-preview"],
  "no-change up": ["up", "--yes", "--skip-preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};

/** What a command of Pulumi needs, with the engine in front of PATH. */
export async function environmentOf(home, emulator) {
  const { ensureEngine } = require("../dist/provider/engine");
  const engine = await ensureEngine({});
  return {
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
    // The engine's floor is measured, not the pace that a server is spared with.
    HALECONNECT_REQUESTS_PER_SECOND: "1000",
  };
}

/** Takes a program through all steps: seconds and requests of each, and what the state holds after the first. */
export async function measure(folder, home, emulator, name) {
  const env = await environmentOf(home, emulator);
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
    if (step === "up") {
      const { stdout } = await run("pulumi", ["stack", "export"], { cwd: folder, env, maxBuffer: 2 ** 28 });
      figures.state = sizesOf(JSON.parse(stdout));
    }
  }
  return figures;
}

/** Characters of `__provider`, and how much more a resource's inputs and outputs are than without what we add. */
function sizesOf({ deployment }) {
  const dynamic = deployment.resources.filter(({ inputs }) => inputs?.__provider !== undefined);
  const size = (values) => JSON.stringify(values).length;
  const withoutOurs = (values) => Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("__")));
  const ratios = dynamic.map(({ inputs, outputs }) => {
    const own = size(withoutOurs(inputs)) + size(withoutOurs(outputs));
    const provider = size({ __provider: inputs.__provider }) * 2;
    return (size(inputs) + size(outputs) - provider) / own;
  });
  return {
    provider: Math.max(...dynamic.map(({ inputs }) => inputs.__provider.length)),
    ratio: median(ratios),
  };
}
