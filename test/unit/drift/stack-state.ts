import { kindCalled } from "../../../provider/drift/looking";
import { look, type Looked, type Wish } from "../../../provider/drift/look";
import { failingByDefault } from "../../../provider/drift/model";
import { readState } from "../../../provider/drift/state";
import { createClient, readSettings, type Client } from "../../../provider/client";
import type { Emulator } from "../../../emulator";

/** A client as the command has it: it only looks. */
export function lookingClient({ url, username, password }: Pick<Emulator, "url" | "username" | "password">): Client {
  const given = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
  const settings = readSettings({ ...given, HALECONNECT_REQUESTS_PER_SECOND: "1000" });
  return createClient({ ...settings, onlyLooks: true }, { sleep: () => Promise.resolve() });
}

/** Looks at the tenant as the command does, with a client of its own. */
export async function lookAt(
  emulator: Pick<Emulator, "url" | "username" | "password">,
  text: string,
  more: Partial<Wish> = {},
): Promise<Looked> {
  const client = lookingClient(emulator);
  try {
    return await look({ state: readState(text, "stack.json", kindCalled), client, failOn: failingByDefault, ...more });
  } finally {
    client.close();
  }
}
