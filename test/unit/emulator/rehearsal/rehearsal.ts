import fs from "node:fs";
import path from "node:path";
import type { Emulator } from "../../../../emulator";
import type { Client } from "../../../../provider/client";
import { Secret } from "../../../../provider/client/secret";
import { startForTest } from "../../../support/emulator";
import { clientFor, later, temporaryFolder } from "../../client/scripted-server";

export const foreignContract = path.join(__dirname, "../../../foreign/contract/haleconnect.contract.yaml");

/** An embedded hale»connect that speaks as a contract file says, and a client with the same file. */
export interface Rehearsed {
  readonly emulator: Emulator;
  readonly client: Client;
  readonly contract: string;
}

export async function rehearsed(contract: string): Promise<Rehearsed> {
  const emulator = await startForTest({ contract });
  later(() => emulator.close());
  const { url, username, password } = emulator;
  const client = clientFor(url, {
    credentials: { kind: "login", username, password: new Secret(password) },
    contract,
  });
  return { emulator, client, contract };
}

/** A contract file with these operations, as YAML. */
export function contractFile(operations: string, more = ""): string {
  const file = path.join(temporaryFolder(), "haleconnect.contract.yaml");
  const indented = operations.replace(/^(?=.)/gm, "  ");
  fs.writeFileSync(
    file,
    `haleconnect: contract/1\nservers: [https://somewhere.example]\n${more}\noperations:\n${indented}\n`,
  );
  return file;
}
