import { createClient, readSettings, type Client } from "../../../provider/client";

/** A client as the command has it: it only looks. */
export function lookingClient({
  url,
  username,
  password,
}: {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}): Client {
  const given = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
  const settings = readSettings({ ...given, HALECONNECT_REQUESTS_PER_SECOND: "1000" });
  return createClient({ ...settings, onlyLooks: true }, { sleep: () => Promise.resolve() });
}
