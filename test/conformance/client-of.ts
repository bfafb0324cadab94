import { createClient, readSettings, type Client } from "../../provider/client";
import type { Stage } from "../support/stage";

/** A client that has read no list yet. */
export function createClientOf({ environment }: Stage): Client {
  return createClient(readSettings({ ...environment, HALECONNECT_REQUESTS_PER_SECOND: "1000" }));
}
