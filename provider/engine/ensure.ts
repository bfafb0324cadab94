import fs from "node:fs";
import path from "node:path";
import { HaleconnectError } from "../errors";
import { build } from "./build";
import { defaultCacheDirectory, engineDirectory, engineInCache } from "./cache";
import { download, installScript } from "./download";
import { WayClosed, type Engine, type EngineOptions, type Progress, type ResolvedOptions } from "./engine";
import { whileLocked } from "./lock";
import { engineOnPath } from "./on-path";
import { oldestEngine, readPins, type Pins } from "./pins";
import { makeAside } from "./workshop";

const silent: Progress = { phase: () => undefined, advance: () => undefined };

/** An engine that is there already, on PATH or in the cache; makes none. */
export async function findEngine(options: EngineOptions = {}): Promise<Engine | undefined> {
  return findExisting(resolveOptions(options), readPins().engine.version, []);
}

/** A usable engine: one that is there, or else one that is fetched or built now and kept in the cache. */
export async function ensureEngine(given: EngineOptions = {}): Promise<Engine> {
  const options = resolveOptions(given);
  const pins = readPins();
  const closed: string[] = [];
  return (await findExisting(options, pins.engine.version, closed)) ?? make(pins, options, closed);
}

function resolveOptions(options: EngineOptions): ResolvedOptions {
  const env = options.env ?? process.env;
  return {
    env,
    cacheDirectory: options.cacheDirectory ?? defaultCacheDirectory(env),
    progress: options.progress ?? silent,
    downloadProbe: options.downloadProbe ?? installScript,
    signal: options.signal ?? new AbortController().signal,
  };
}

async function findExisting(options: ResolvedOptions, version: string, closed: string[]): Promise<Engine | undefined> {
  return (await attempt("PATH", () => engineOnPath(options), closed)) ?? engineInCache(options.cacheDirectory, version);
}

/** Makes the pinned engine under the lock; another process may have made it while this one waited. */
async function make(pins: Pins, options: ResolvedOptions, closed: string[]): Promise<Engine> {
  const { version } = pins.engine;
  const target = engineDirectory(options.cacheDirectory, version);
  openCache(path.dirname(target));
  const waiting = (pid: number): void => {
    options.progress.phase(`Another process (${pid}) makes the engine; waiting for it`);
  };
  const work = async (): Promise<Engine> => {
    const made = engineInCache(options.cacheDirectory, version);
    if (made !== undefined) {
      return made;
    }
    const ways = {
      download: (folder: string) => download(version, folder, options),
      build: (folder: string) => build(pins, folder, options),
    };
    for (const [origin, fill] of Object.entries(ways) as ["download" | "build", (typeof ways)["build"]][]) {
      const engine = await attempt(origin, () => makeAs(origin, target, version, fill), closed);
      if (engine !== undefined) {
        return engine;
      }
    }
    throw noEngine(pins, closed);
  };
  return whileLocked(`${target}.lock`, work, waiting, options.signal);
}

async function makeAs(
  origin: "download" | "build",
  directory: string,
  version: string,
  fill: (folder: string) => Promise<void>,
): Promise<Engine> {
  await makeAside(directory, fill);
  return { version, directory, origin };
}

/** What a closed way says is kept for the end, when no way was open. */
async function attempt(way: string, go: () => Promise<Engine>, closed: string[]): Promise<Engine | undefined> {
  try {
    return await go();
  } catch (error) {
    if (error instanceof WayClosed) {
      closed.push(`${way}: ${error.message}.`);
      return undefined;
    }
    throw error;
  }
}

function openCache(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw new HaleconnectError("HC8002", { where: folder, why: (error as Error).message });
  }
}

function noEngine(pins: Pins, closed: readonly string[]): HaleconnectError {
  return new HaleconnectError("HC8001", {
    why: closed.join("\n        "),
    remedy: `Install Pulumi ${oldestEngine} or newer (https://www.pulumi.com/docs/install/), or Go ${pins.go} or newer (https://go.dev/dl/), and run it again.`,
  });
}
