import fs from "node:fs";
import path from "node:path";
import type { Client, Settings } from "../../../../provider/client";
import type { Binding, ContractFile, ErrorForm } from "../../../../provider/binding/file/model";
import { clientFor, temporaryFolder } from "../scripted-server";

export type Operations = Readonly<Record<string, Binding>>;

interface Rest {
  readonly servers?: readonly string[];
  readonly errors?: ErrorForm;
  readonly pulled?: string;
  readonly documents?: ContractFile["documents"];
}

/** A contract file in a folder of its own. */
export function contractFile(
  server: string,
  operations: Operations,
  { servers = [server], ...rest }: Rest = {},
): string {
  const file = path.join(temporaryFolder(), "haleconnect.contract.yaml");
  const content = { haleconnect: "contract/1", servers, ...rest, operations };
  fs.writeFileSync(file, JSON.stringify(content, null, 2));
  return file;
}

/** A client of the server that goes by such a file. */
export function bound(
  url: string,
  operations: Operations,
  { settings = {}, ...rest }: Rest & { readonly settings?: Partial<Settings> } = {},
): Client & { readonly file: string } {
  const file = contractFile(url, operations, rest);
  return Object.assign(clientFor(url, { contract: file, ...settings }), { file });
}
