import type { Client } from "./client";
import { createClient } from "./http-client";
import { readSettings, type ConfigSource } from "./settings";

/**
 * The one client of the process (docs/decisions.md#one-client-per-process): state of this module, never of what Pulumi serialises. The first
 * configuration counts; an environment that is incomplete is read again at the next call.
 */
let client: Client | undefined;
let config: ConfigSource | undefined;

export function sharedClient(given?: ConfigSource): Client {
  config ??= given;
  return (client ??= createClient(readSettings(process.env, config)));
}

/**
 * A summary that was asked for is there from the start, with zeros, also when nothing is ever sent. A configuration
 * that is incomplete is told by the first call that needs it.
 */
export function beginSummary(given?: ConfigSource): void {
  if ((process.env["HALECONNECT_SUMMARY"] ?? "") === "") {
    return;
  }
  try {
    sharedClient(given);
  } catch {
    config ??= given;
  }
}
