import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** Runs a script in a process of its own, for what is state of a process; `print` hands a value back. */
export async function inOwnProcess(script: string, env: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const options = { module: "commonjs", moduleResolution: "node10" };
  const whole = `
    require("ts-node").register({ transpileOnly: true, compilerOptions: ${JSON.stringify(options)} });
    const print = (value) => console.log(JSON.stringify(value));
    ${script}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", whole], {
    cwd: path.resolve(__dirname, "../../.."),
    env: { PATH: process.env["PATH"], ...env },
  });
  return stdout === "" ? undefined : (JSON.parse(stdout) as unknown);
}
