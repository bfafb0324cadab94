/** Where an engine came from: found, kept from an earlier run, or made in this one. */
export type Origin = "path" | "cache" | "download" | "build";

/** Pulumi's engine with all that a TypeScript program needs beside it. */
export interface Engine {
  readonly version: string;
  /** The folder that holds the three executables; it belongs in front of PATH. */
  readonly directory: string;
  readonly origin: Origin;
}

/** What is told while an engine is made. */
export interface Progress {
  /** What is being done now: the start of a phase. */
  phase(title: string): void;
  /** How far it is within the phase. */
  advance(detail: string): void;
}

export interface EngineOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Replaces the user's cache directory. */
  readonly cacheDirectory?: string;
  readonly progress?: Progress;
  /** Answers when Pulumi's download is within reach; tests keep away from it. */
  readonly downloadProbe?: string;
  /** Ends the work: child processes are stopped, and nothing half-made stays. */
  readonly signal?: AbortSignal;
}

/** The options with their defaults filled in, as all ways take them. */
export interface ResolvedOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cacheDirectory: string;
  readonly progress: Progress;
  readonly downloadProbe: string;
  readonly signal: AbortSignal;
}

/** The way is closed on this machine; `message` says why. The next one is tried. */
export class WayClosed extends Error {}
