import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = path.resolve(__dirname, "..", "..", "..");

/** A folder in which the packed package is installed from its tarball, as a user installs it. */
export interface InstalledPackage {
  readonly folder: string;
}

/** Packs this checkout and installs it beside the given version of Pulumi's SDK. */
export async function installPackage(pulumiVersion: string): Promise<InstalledPackage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-installed-"));
  const packed = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root });
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "user-of-the-package", private: true }));
  const peers = [sdk(pulumiVersion), `typescript@${versionOf("typescript")}`, `ts-node@${versionOf("ts-node")}`];
  await install(folder, [path.join(folder, filename), ...peers]);
  return { folder };
}

/** The same package beside another version of the SDK; only what differs is installed anew. */
export async function withAnotherSdk(installed: string, pulumiVersion: string): Promise<InstalledPackage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-installed-"));
  const isCopied = (file: string): boolean => file !== path.join(installed, "projects");
  fs.cpSync(installed, folder, { recursive: true, filter: isCopied, verbatimSymlinks: true });
  await install(folder, [sdk(pulumiVersion)]);
  return { folder };
}

const sdk = (version: string): string => `@pulumi/pulumi@${version}`;

async function install(folder: string, packages: readonly string[]): Promise<void> {
  const quiet = [
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--no-progress",
    "--ignore-scripts",
    "--loglevel=error",
  ];
  await run("npm", ["install", ...quiet, ...packages], { cwd: folder });
}

export function versionOf(dependency: string): string {
  const manifest = fs.readFileSync(path.join(root, "node_modules", dependency, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
