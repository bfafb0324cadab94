import path from "node:path";
import { heading, root, run } from "./process.mjs";

const haleconnect = path.join(root, "dist", "provider", "cli", "main.js");

/** The Pulumi engine; its folder goes in front of PATH. */
export async function setUpEngine() {
  heading("Pulumi engine");
  const answer = await run("The engine set-up", process.execPath, [haleconnect, "setup", "--json"], { capture: true });
  const engine = JSON.parse(answer);
  console.error(`Pulumi ${engine.version} (${engine.origin}): ${engine.directory}`);
  return engine;
}

export function withEngine(engine, env = process.env) {
  return { ...env, PATH: [engine.directory, env.PATH].join(path.delimiter) };
}
