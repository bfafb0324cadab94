import { kindCalled } from "../../../provider/drift/looking";
import { look, type LookedReport, type LookWish } from "../../../provider/drift/look";
import { failingByDefault } from "../../../provider/drift/model";
import { readState } from "../../../provider/drift/state";
import type { Emulator } from "../../../emulator";
import { lookingClient } from "./looking-client";

/** Looks at the tenant as the command does, with a client of its own. */
export async function lookAt(
  emulator: Pick<Emulator, "url" | "username" | "password">,
  text: string,
  more: Partial<LookWish> = {},
): Promise<LookedReport> {
  const client = lookingClient(emulator);
  try {
    return await look({ state: readState(text, "stack.json", kindCalled), client, failOn: failingByDefault, ...more });
  } finally {
    client.close();
  }
}
