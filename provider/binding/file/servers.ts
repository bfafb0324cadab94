import { documentFolders } from "../../contract/documents";
import type { ContractFile } from "./model";

/** The servers that a contract file is for: scheme, host and port of each, without a slash at the end. */
export function originsIn({ servers }: Pick<ContractFile, "servers">): readonly string[] {
  return servers.map((address) => new URL(address).origin);
}

export function isForServer(file: Pick<ContractFile, "servers">, url: string): boolean {
  return originsIn(file).includes(new URL(url).origin);
}

/** As what a service publishes its document in its folder, the likeliest name first. */
export const publishedAs = ["swagger.yaml", "swagger.json", "openapi.yaml", "openapi.json"] as const;

/** A document that was compared. */
export interface KnownDocument {
  readonly name: string;
  /** Where the server may publish it, the likeliest place first: `/accounts/swagger.yaml`. */
  readonly paths: readonly string[];
  readonly digest: string;
}

/** The documents of a contract file that can be looked at again at this server. */
export function documentsAt(
  server: string,
  { documents, servers }: Pick<ContractFile, "documents" | "servers">,
): readonly KnownDocument[] {
  // All addresses that a file lists are of one platform.
  const origins = [...originsIn({ servers }), new URL(server).origin];
  return Object.entries(documents).flatMap(([name, { from, digest }]) => {
    const paths = pathsAt(origins, name, from);
    return digest === undefined || paths.length === 0 ? [] : [{ name, paths, digest }];
  });
}

/** A document that was saved has the name of its service, or nobody knows where it stands. */
function pathsAt(origins: readonly string[], name: string, from: string): readonly string[] {
  if (/^https?:\/\//i.test(from) && URL.canParse(from)) {
    const { origin, pathname, search } = new URL(from);
    return origins.includes(origin) ? [`${pathname}${search}`] : [];
  }
  const folder = documentFolders.find((it) => it === `/${name}`);
  return folder === undefined ? [] : publishedAs.map((file) => `${folder}/${file}`);
}
