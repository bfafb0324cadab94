import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "./build.mjs";
import { installDependencies } from "./dependencies.mjs";
import { setUpEngine, withEngine } from "./engine.mjs";
import { heading, npm, root, run } from "./process.mjs";

/** The newest SDK that is tried, and the Node that it asks for. */
const { sdk, node } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "newest-sdk.json"), "utf8"));

/** The end-to-end tests with the newest SDK on its Node. Arguments go to jest; alone they are paths of tests. */
export async function testSdk(args) {
  await installDependencies();
  await build();
  const engine = await setUpEngine();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-node-"));
  try {
    const command = await nodeOf(folder);
    heading(`End-to-end tests with @pulumi/pulumi ${sdk}`);
    const env = withEngine(engine, { ...process.env, HALECONNECT_TEST_SDK: sdk });
    env.PATH = [path.dirname(command), env.PATH].join(path.delimiter);
    const jest = path.join(root, "node_modules", "jest", "bin", "jest.js");
    const what = args.length === 0 ? ["e2e/"] : args;
    await run("A test", command, [jest, "--selectProjects", "e2e", "--testPathPatterns", ...what], { env });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** This Node where it is new enough, or one that npm brings. */
async function nodeOf(folder) {
  if (Number(process.versions.node.split(".")[0]) >= Number(node)) {
    return process.execPath;
  }
  heading(`Node ${node}`);
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true }));
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  await npm("The installation of Node", ["install", ...quiet, `${name}@${node}`], { cwd: folder });
  return path.join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
}
