import os from "node:os";
import path from "node:path";
import type { Engine } from "./engine";
import { missingIn } from "./executables";

/** The user's cache directory of this platform, with a folder of our own. */
export function defaultCacheDirectory(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  home: string = env["HOME"] ?? os.homedir(),
): string {
  const xdg = env["XDG_CACHE_HOME"] ?? "";
  if (xdg !== "" && path.isAbsolute(xdg)) {
    return path.join(xdg, "pulumi-haleconnect");
  }
  if (platform === "win32") {
    return path.join(env["LOCALAPPDATA"] ?? path.join(home, "AppData", "Local"), "pulumi-haleconnect", "cache");
  }
  return path.join(home, platform === "darwin" ? "Library/Caches" : ".cache", "pulumi-haleconnect");
}

export function engineDirectory(cacheDirectory: string, version: string): string {
  return path.join(cacheDirectory, "engine", version);
}

/** A folder gets its name only when it is complete, so to look costs no process. */
export function engineInCache(cacheDirectory: string, version: string): Engine | undefined {
  const directory = engineDirectory(cacheDirectory, version);
  return missingIn([directory]).length === 0 ? { version, directory, origin: "cache" } : undefined;
}
