import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const tools = path.resolve(__dirname, "..", "..", "..", "tools");

/** Calls a function of a plain Node module in a process of its own: jest does not load ES modules. */
export async function call(module: string, name: string, ...args: readonly unknown[]): Promise<unknown> {
  const script = `
    const { ${name} } = await import(process.argv[1]);
    console.log(JSON.stringify(await ${name}(...JSON.parse(process.argv[2]))));`;
  const parameters = ["--input-type=module", "-e", script, path.join(tools, module), JSON.stringify(args)];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  return JSON.parse(stdout);
}
