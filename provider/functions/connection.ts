import * as pulumi from "@pulumi/pulumi";
import type { Client } from "../client";

/** The client of the program's process; loaded and made when the first function is called. */
export function connection(): Client {
  const { sharedClient } = require("../client") as typeof import("../client");
  const config = new pulumi.Config("haleconnect");
  return sharedClient({ get: (key) => config.get(key.slice("haleconnect:".length)) });
}
