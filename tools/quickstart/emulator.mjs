import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root, StepFailed } from "../run/process.mjs";
import { places } from "./places.mjs";
import { whoAnswers } from "./platform.mjs";
import { keepPort, portVariable } from "./port.mjs";

const haleconnect = path.join(root, "dist", "provider", "cli", "main.js");
const interval = 100;
const patience = 15_000;

/** Address and login of an emulator that holds the quickstart's data: the one that runs, or a new one. */
export async function startEmulator(port) {
  const url = `http://127.0.0.1:${port}`;
  const known = readLogin();
  const answering = await whoAnswers(url, known?.url === url ? known : undefined);
  if (answering === "ours") {
    keepPort(port);
    return { ...known, isNew: false };
  }
  if (answering === "another") {
    throw new StepFailed(
      `something else listens on port ${port}. Stop it, or choose another port: ${portVariable}=8621 npm run quickstart`,
    );
  }
  // It may still hold the data on a port that was chosen earlier.
  await stopEmulator();
  const login = await startNew(port);
  keepPort(port);
  return { ...login, isNew: true };
}

/** Ends the quickstart's emulator. A process is only signalled while it answers as ours: its number may be reused. */
export async function stopEmulator() {
  const known = readLogin();
  const pid = readPid();
  if (known === undefined || pid === undefined || (await whoAnswers(known.url, known)) !== "ours") {
    return false;
  }
  process.kill(pid, "SIGTERM");
  if (!(await until(() => !isAlive(pid)))) {
    process.kill(pid, "SIGKILL");
    await until(() => !isAlive(pid));
  }
  fs.rmSync(places.pid, { force: true });
  return true;
}

async function startNew(port) {
  // Its one line of output holds the password, so nobody else may read it.
  const output = fs.openSync(places.running, "w", 0o600);
  const log = fs.openSync(places.log, "w", 0o600);
  const args = [haleconnect, "emulator", "--port", String(port), "--data", places.data, "--json"];
  const child = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ["ignore", output, log] });
  fs.closeSync(output);
  fs.closeSync(log);
  let hasEnded = false;
  child.once("exit", () => (hasEnded = true)).unref();
  fs.writeFileSync(places.pid, String(child.pid));
  await until(() => hasEnded || readLogin() !== undefined);
  const login = readLogin();
  if (login === undefined || (await whoAnswers(login.url, login)) !== "ours") {
    throw new StepFailed(`the emulator did not start.\n${fs.readFileSync(places.log, "utf8")}`);
  }
  return login;
}

async function until(condition) {
  const last = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > last) {
      return false;
    }
    await sleep(interval);
  }
  return true;
}

function readLogin() {
  try {
    return JSON.parse(fs.readFileSync(places.running, "utf8"));
  } catch {
    return undefined;
  }
}

function readPid() {
  const pid = fs.existsSync(places.pid) ? Number(fs.readFileSync(places.pid, "utf8")) : Number.NaN;
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** A killed process that nobody has asked about yet is still in the table, as a zombie. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    const line = fs.existsSync(stat) ? fs.readFileSync(stat, "utf8") : "";
    return !/^[ZX]/.test(line.slice(line.lastIndexOf(")") + 2));
  } catch {
    return false;
  }
}
