import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";

const require = createRequire(import.meta.url);
const run = promisify(execFile);
const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];

/** Installs the packed package into a folder, as users do. */
export async function install(root, folder) {
  await run("npm", ["pack", "--pack-destination", folder], { cwd: root });
  const tarball = fs.readdirSync(folder).find((name) => name.endsWith(".tgz"));
  fs.writeFileSync(path.join(folder, "package.json"), '{ "name": "bench", "private": true }');
  const { version } = require("@pulumi/pulumi/package.json");
  const packages = [path.join(folder, tarball), `@pulumi/pulumi@${version}`];
  await run("npm", ["install", ...flags, ...packages], { cwd: folder });
}
