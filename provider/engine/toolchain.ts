import path from "node:path";
import { WayClosed, type ResolvedOptions } from "./engine";
import { folderOnPath, isExecutable } from "./executables";
import { run } from "./run";
import { isAtLeast } from "./version";

/** A Go that is new enough, on PATH or where Go's own installer puts it. */
export async function findGo(least: string, { env, signal }: ResolvedOptions): Promise<string> {
  const command = process.platform === "win32" ? "go.exe" : "go";
  const folders = [folderOnPath(command, env), path.join(env["GOROOT"] || "/usr/local/go", "bin")];
  const go = folders
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, command))
    .find(isExecutable);
  if (go === undefined) {
    throw new WayClosed(`there is no Go to build it with (${least} or newer is needed)`);
  }
  const { stdout } = await run(go, ["version"], { env: buildEnvironment(env), signal });
  const version = /\bgo(\d+\.\d+(?:\.\d+)?)/.exec(stdout)?.[1] ?? "unknown";
  if (!isAtLeast(version, least)) {
    throw new WayClosed(`Go on this machine is ${version}, and ${least} or newer is needed to build it`);
  }
  return go;
}

/** No other toolchain, no C compiler and no workspace of the person decides about the build. */
export function buildEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, GOTOOLCHAIN: "local", GOWORK: "off", CGO_ENABLED: "0" };
}
