export type { Engine, EngineOptions, Origin, Progress } from "./engine";
export { ensureEngine, findEngine } from "./ensure";
