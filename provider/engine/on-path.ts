import path from "node:path";
import { engineDirectory } from "./cache";
import { WayClosed, type Engine, type ResolvedOptions } from "./engine";
import { executableNames, folderOnPath, foldersOfPath, missingIn } from "./executables";
import { oldestEngine } from "./pins";
import { run } from "./run";
import { isAtLeast, numbersOf } from "./version";

/** The engine that the person installed, when it is new enough and whole. */
export async function engineOnPath({ env, cacheDirectory, signal }: ResolvedOptions): Promise<Engine> {
  const { engine } = executableNames();
  const directory = folderOnPath(engine, env);
  if (directory === undefined) {
    throw new WayClosed("there is no pulumi on PATH");
  }
  if (path.dirname(directory) === path.dirname(engineDirectory(cacheDirectory, "any"))) {
    throw new WayClosed("pulumi on PATH is the one in the cache");
  }
  const version = await versionOf(path.join(directory, engine), env, signal);
  if (!isAtLeast(version, oldestEngine)) {
    throw new WayClosed(`pulumi on PATH is ${version}, older than ${oldestEngine}`);
  }
  const missing = missingIn([directory, ...foldersOfPath(env)]);
  if (missing.length > 0) {
    throw new WayClosed(`pulumi ${version} is on PATH, but not ${missing.join(" and ")}`);
  }
  return { version, directory, origin: "path" };
}

/** Asks the executable itself; empty when it does not answer like Pulumi. */
export async function versionOf(executable: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  try {
    const result = await run(executable, ["version"], { env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" }, signal });
    return result.code === 0 ? (numbersOf(result.stdout)?.join(".") ?? "unknown") : "unknown";
  } catch (error) {
    signal.throwIfAborted();
    return `not runnable (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`;
  }
}
