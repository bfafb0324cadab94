import fs from "node:fs";
import { ContractInForce } from "../../binding/in-force";
import type { ContractFile } from "../../binding/file/model";
import type { PulledDocument } from "../../binding/pulling/pull";
import type { DocumentSource, Reach } from "../../client/document-source";
import { documentFolders } from "../../contract";
import { HaleconnectError } from "../../errors";
import { documentInFile, documentsInFolder } from "./documents-in-folder";
import { documentsOnServer, LOCKED, wantedIn, type Wanted } from "./documents-on-server";
import { readReach } from "./reach";

/** A document at an address of its own, or in a file. */
export interface NamedDocument {
  readonly name: string;
  readonly where: string;
}

export interface Wish {
  readonly env: NodeJS.ProcessEnv;
  readonly url?: string;
  /** A folder of saved documents. */
  readonly folder?: string;
  readonly named: readonly NamedDocument[];
  /** The contract file that is there already; its login counts. */
  readonly before?: ContractFile;
  readonly signal: AbortSignal;
  readonly advance: (name: string) => void;
}

/** Reads what the wish names; if it names nothing, the documents that every hale»connect publishes. */
export async function gather(wish: Wish): Promise<readonly PulledDocument[]> {
  const saved = wish.folder === undefined ? [] : documentsInFolder(wish.folder);
  const files = wish.named
    .filter(({ where }) => !isAddress(where))
    .map(({ name, where }) => documentInFile(name, where));
  const addresses = wish.named.filter(({ where }) => isAddress(where));
  const isLive = wish.folder === undefined && wish.named.length === 0;
  const live = isLive
    ? await fromServer(wish, readReach(wish.env, wish.url), wantedIn(documentFolders))
    : await fromAddresses(wish, addresses);
  return [...saved, ...files, ...live];
}

export function isAddress(where: string): boolean {
  return /^https?:\/\//i.test(where);
}

async function fromAddresses(wish: Wish, named: readonly NamedDocument[]): Promise<readonly PulledDocument[]> {
  const byOrigin = new Map<string, Wanted[]>();
  for (const { name, where } of named) {
    const { origin, pathname, search } = new URL(where);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), { name, paths: [`${pathname}${search}`] }]);
  }
  const found: PulledDocument[] = [];
  for (const [origin, wanted] of byOrigin) {
    found.push(...(await fromServer(wish, reachOf(wish, origin), wanted)));
  }
  return found;
}

/** The login goes to the server that is set, and to no other. */
function reachOf({ env, url }: Wish, origin: string): Reach {
  const reach = readReach(env, url ?? (env["HALECONNECT_URL"] || origin));
  const { credentials, ...open } = { ...reach, url: origin };
  return credentials !== undefined && reach.url === origin ? { ...open, credentials } : open;
}

async function fromServer(wish: Wish, reach: Reach, wanted: readonly Wanted[]): Promise<readonly PulledDocument[]> {
  const { DocumentSource: Source } = require("../../client/document-source") as {
    readonly DocumentSource: typeof DocumentSource;
  };
  const contract = wish.before === undefined ? undefined : new ContractInForce("", wish.before);
  const source = new Source(reach, wish.signal, contract);
  try {
    const documents = await documentsOnServer(source, wanted, wish.advance);
    if (documents.every(({ read }) => "problem" in read)) {
      throw nothingRead(reach, documents);
    }
    return documents;
  } finally {
    source.close();
  }
}

function nothingRead({ url }: Reach, documents: readonly PulledDocument[]): HaleconnectError {
  const problems = documents.map(({ name, read }) => ({ name, problem: "problem" in read ? read.problem : "" }));
  const locked = problems.some(({ problem }) => problem.startsWith(LOCKED));
  const why = [...new Set(problems.map(({ problem }) => problem))].map((problem) => {
    const names = problems.filter((it) => it.problem === problem).map(({ name }) => name);
    return `${names.join(", ")}: ${problem}.`;
  });
  return new HaleconnectError(locked ? "HC1006" : "HC2015", { where: url, why: why.join("\n        ") });
}

/** What is wrong with a folder of documents; undefined: nothing. */
export function problemWithFolder(folder: string): string | undefined {
  if (!fs.existsSync(folder)) {
    return `there is no folder ${folder}`;
  }
  return fs.statSync(folder).isDirectory() ? undefined : `${folder} is a file, not a folder`;
}
