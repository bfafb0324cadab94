import path from "node:path";
import { root } from "../run/process.mjs";

/** Everything the quickstart makes lies here, beside the program it runs. */
export const folder = path.join(root, ".haleconnect", "quickstart");
export const program = path.join(root, "examples", "quickstart");
export const stack = "quickstart";

export const places = {
  data: path.join(folder, "emulator"),
  /** What the emulator printed at its start: address and login. */
  running: path.join(folder, "emulator.json"),
  pid: path.join(folder, "emulator.pid"),
  log: path.join(folder, "emulator.log"),
  /** The port that the stack has its server on, also for the runs to come. */
  port: path.join(folder, "port"),
  environment: path.join(folder, "env.sh"),
  environmentForPowerShell: path.join(folder, "env.ps1"),
  passphrase: path.join(folder, "passphrase"),
  pulumiHome: path.join(folder, "pulumi"),
  state: path.join(folder, "state"),
  /** Pulumi keeps the salt that belongs to the passphrase here. */
  stackConfig: path.join(root, `Pulumi.${stack}.yaml`),
};
