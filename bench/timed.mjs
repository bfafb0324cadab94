import { spawn } from "node:child_process";
import { peakOf } from "./memory.mjs";

/** Runs a command to its end: seconds, the most memory of its process in MiB, and what it printed. */
export function timed(command, args, { folder, env }) {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(command, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let [peak, stdout, stderr] = [0, "", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    const timer = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid) ?? 0);
    }, 20);
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - from) / 1000;
      if (code === 0) {
        resolve({ seconds, peak, stdout });
      } else {
        reject(new Error(`${command} ${args.join(" ")} ends with ${code}:\n${stdout}${stderr}`));
      }
    });
  });
}
