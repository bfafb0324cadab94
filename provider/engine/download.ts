import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import { HttpProxyAgent, HttpsProxyAgent } from "hpagent";
import { getProxyForUrl } from "proxy-from-env";
import { WayClosed, type ResolvedOptions } from "./engine";
import { executableNames, missingIn } from "./executables";
import { versionOf } from "./on-path";
import { run } from "./run";

/** Where PulumiCommand.install begins. */
export const installScript = "https://get.pulumi.com/install.sh";

const probeMilliseconds = 4_000;
const downloadMilliseconds = 10 * 60_000;

/** Runs in a process of its own, because it can be stopped there: PulumiCommand.install takes no signal. */
const installer = `
  const { PulumiCommand } = require(process.argv[1]);
  const [, , root, version] = process.argv;
  PulumiCommand.install({ root, version }).catch((error) => {
    console.error(String(error.message ?? error));
    process.exitCode = 1;
  });
`;

/** Fills the folder with Pulumi's official release. */
export async function download(version: string, folder: string, options: ResolvedOptions): Promise<void> {
  options.progress.phase("Looking for Pulumi's official download");
  await probe(options);
  options.progress.phase(`Downloading Pulumi ${version}`);
  const root = path.join(folder, "release");
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(downloadMilliseconds)]);
  const args = ["-e", installer, require.resolve("@pulumi/pulumi/automation"), root, version];
  const result = await run(process.execPath, args, { env: options.env, signal }).catch((error: unknown) => {
    options.signal.throwIfAborted();
    throw new WayClosed(`Pulumi's download was not complete: ${(error as Error).message}`);
  });
  if (result.code !== 0) {
    throw new WayClosed(`Pulumi's installer failed: ${result.complaint}`);
  }
  await accept(path.join(root, "bin"), version, options);
  for (const name of fs.readdirSync(path.join(root, "bin"))) {
    fs.renameSync(path.join(root, "bin", name), path.join(folder, name));
  }
  fs.rmSync(root, { recursive: true });
}

/** Without a way out a connection may hang for minutes; so a short look comes first. */
async function probe({ downloadProbe, signal }: ResolvedOptions): Promise<void> {
  try {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(probeMilliseconds)]);
    const status = await statusOf(downloadProbe, bounded);
    if (status < 200 || status >= 300) {
      throw new Error(`status ${status}`);
    }
  } catch (error) {
    signal.throwIfAborted();
    const { message, code } = error as NodeJS.ErrnoException;
    throw new WayClosed(`${new URL(downloadProbe).host} is not reachable (${code ?? message})`);
  }
}

/** Through the proxy of the environment, as Pulumi's installer goes; Node's fetch would not. */
function statusOf(url: string, signal: AbortSignal): Promise<number> {
  const proxy = getProxyForUrl(url);
  const isSecure = url.startsWith("https:");
  const agent = proxy === "" ? undefined : isSecure ? new HttpsProxyAgent({ proxy }) : new HttpProxyAgent({ proxy });
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request(url, { method: "HEAD", agent, signal }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once("error", reject).end();
  });
}

async function accept(bin: string, version: string, { env, signal }: ResolvedOptions): Promise<void> {
  const missing = missingIn([bin]);
  const found = missing.length === 0 ? await versionOf(path.join(bin, executableNames().engine), env, signal) : "";
  if (found !== version) {
    throw new WayClosed(
      missing.length > 0
        ? `Pulumi's download lacks ${missing.join(" and ")}`
        : `Pulumi's download is version ${found} instead of ${version}`,
    );
  }
}
