import path from "node:path";
import { heading, run, StepFailed } from "../run/process.mjs";

const version = "4.32.5";
const isWindows = process.platform === "win32";

/** Installs Schemathesis into a virtual environment below the folder, and gives its command. */
export async function installSchemathesis(folder) {
  heading("Schemathesis");
  const environment = path.join(folder, "python");
  const commands = path.join(environment, isWindows ? "Scripts" : "bin");
  try {
    await run("Python", isWindows ? "python" : "python3", ["-m", "venv", environment]);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `schemathesis==${version}`];
    await run("pip", path.join(commands, "python"), pip);
  } catch (error) {
    const why = "Schemathesis is needed here and nowhere else: install Python 3.10 or newer with venv";
    throw error instanceof StepFailed ? new StepFailed(`${error.message}. ${why}`, 3, error.signal) : error;
  }
  return path.join(commands, "schemathesis");
}
