import { attempt, describeKind, parseXsd, placeInFolder } from "../../provider/formats";
import { fetchDocument, fetchLimits, NotFetched, type FetchedDocument } from "./document";

export interface FetchedFile {
  /** Its path in the schema's folder. */
  readonly name: string;
  readonly content: Buffer;
}

/**
 * The XSD at an address, or the answer to a DescribeFeatureType request, with the documents on the same host to which it
 * refers by relative locations, each at its place beside the others. One that cannot be had is left out: the schema then
 * says that it is missing.
 */
export async function fetchSchema(address: string, limits = fetchLimits): Promise<FetchedFile[]> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  const main = await fetchDocument(new URL(address), limits, signal, isWeb);
  if (main.kind !== "xsd") {
    throw new NotFetched(`${main.address.href} gives ${describeKind(main.kind)}; an XML Schema (XSD) is expected`);
  }
  const documents = new Map<string, FetchedDocument>([[keyOf(main.address), main]]);
  const waiting = [main];
  for (const document of waiting) {
    for (const next of await referredTo(document)) {
      if (documents.has(keyOf(next)) || documents.size >= limits.documents) {
        continue;
      }
      const found = await orNothing(() =>
        fetchDocument(next, limits, signal, (it) => isWeb(it) && it.host === main.address.host),
      );
      if (found?.kind === "xsd") {
        documents.set(keyOf(next), found);
        waiting.push(found);
      }
    }
  }
  return placed(documents, main.address);
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "http:" || protocol === "https:";
}

/** A document is known by its path: that is its place in the folder. */
function keyOf({ pathname }: URL): string {
  return pathname;
}

/** Relative locations alone; others are remembered by the schema, and not fetched. */
async function referredTo({ address, content }: FetchedDocument): Promise<URL[]> {
  const read = await attempt(() => parseXsd(content, address.pathname));
  const references = "value" in read ? read.value.references : [];
  return references.flatMap(({ location }) => {
    const isRelative =
      location !== undefined && !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(location) && !/[?#]/.test(location);
    return isRelative && URL.canParse(location, address.href) ? [new URL(location, address)] : [];
  });
}

async function orNothing<T>(fetch: () => Promise<T>): Promise<T | undefined> {
  try {
    return await fetch();
  } catch (error) {
    if (error instanceof NotFetched) {
      return undefined;
    }
    throw error;
  }
}

/** Under the folder that all of them are in, so that relative locations lead from one to the other as they did there. */
function placed(documents: ReadonlyMap<string, FetchedDocument>, main: URL): FetchedFile[] {
  const folders = [...documents.keys()].map((pathname) => pathname.split("/").slice(0, -1));
  const [first = []] = folders;
  const differ = first.findIndex((part, index) => folders.some((folder) => folder[index] !== part));
  const common = differ === -1 ? first.length : differ;
  return [...documents].flatMap(([pathname, { content }]) => {
    const isMain = pathname === keyOf(main);
    // The very reading that leads from one document to the other in the folder.
    const name =
      placeInFolder("schema", pathname.split("/").slice(common).join("/")) ?? (isMain ? "schema" : undefined);
    return name === undefined ? [] : [{ name: isMain ? asXsd(name) : name, content }];
  });
}

/** The answer of a service has no file name: `/geoserver/wfs` becomes `wfs.xsd`. */
function asXsd(name: string): string {
  return /\.xsd$/i.test(name) ? name : `${name}.xsd`;
}
