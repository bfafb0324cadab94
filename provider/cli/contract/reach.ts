import type { Reach } from "../../client/document-source";

const logins = ["HALECONNECT_TOKEN", "HALECONNECT_USERNAME", "HALECONNECT_PASSWORD"];

/** Stands in a file of saved documents that name no server. */
export const UNKNOWN_SERVER = "https://haleconnect.example";

/** How to reach the server that a command is about. Where no login is set, it goes on without one. */
export function readReach(env: NodeJS.ProcessEnv, url: string | undefined): Reach {
  const { readWhatIsRight } = require("../../client/settings") as typeof import("../../client/settings");
  const given = url === undefined ? env : { ...env, HALECONNECT_URL: url };
  const hasLogin = logins.some((name) => (given[name] ?? "") !== "");
  const { settings, error } = readWhatIsRight(hasLogin ? given : { ...given, HALECONNECT_TOKEN: "none" });
  if (error !== undefined) {
    throw error;
  }
  const { credentials, ...reach } = settings as Required<typeof settings>;
  return hasLogin ? { ...reach, credentials } : reach;
}

/** The address of the settings, if it is there and right. */
export function addressIn(env: NodeJS.ProcessEnv, url: string | undefined): string | undefined {
  const { problemWithAddress } = require("../../client/address") as typeof import("../../client/address");
  const given = url ?? env["HALECONNECT_URL"] ?? "";
  return given !== "" && problemWithAddress(given) === undefined ? new URL(given).origin : undefined;
}
