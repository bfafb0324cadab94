import path from "node:path";
import type { ReadFile } from "../bytes";
import { attempt, type FileProblem } from "../file-problem";
import type { SchemaLocation } from "../schema-content";
import { withChanges } from "./changes";
import type { ElementDeclaration, Member, Reference, TypeDeclaration, XsdDocument } from "./declarations";
import { parseXsd } from "./document";

/** Documents that one schema may consist of. */
const most = 2000;

/** A schema with everything that it imports and that is in the folder. */
export interface SchemaSet {
  readonly documents: readonly XsdDocument[];
  /** Those that the schema itself is made of, with what they include. */
  readonly own: ReadonlySet<XsdDocument>;
  readonly elements: ReadonlyMap<string, ElementDeclaration>;
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  readonly groups: ReadonlyMap<string, readonly Member[]>;
  readonly locations: readonly SchemaLocation[];
  readonly problems: readonly FileProblem[];
}

interface Wanted {
  readonly file: string;
  readonly isOwn: boolean;
  readonly namespace: string;
  /** Who asks for it; missing for the schema's own files. */
  readonly from?: { readonly file: string; readonly reference: Reference };
}

/** Reads the documents `main`, and from the folder what they import and include. Nothing is fetched from elsewhere. */
export async function readSchemaSet(main: readonly string[], read: ReadFile): Promise<SchemaSet> {
  const documents: XsdDocument[] = [];
  const own = new Set<XsdDocument>();
  const locations: SchemaLocation[] = [];
  const problems: FileProblem[] = [];
  const seen = new Seen();
  const leading = new Map<Reference, readonly Wanted[]>();
  const waiting: Wanted[] = main.map((file) => ({ file, isOwn: true, namespace: "" }));
  for (const wanted of waiting) {
    const content = seen.has(wanted) ? "seen" : await read(wanted.file);
    note(wanted, content !== undefined, locations, problems);
    if (content === "seen" || content === undefined) {
      continue;
    }
    seen.add(wanted);
    if (seen.count > most) {
      problems.push({ file: wanted.file, message: `more than ${String(most)} documents belong to the schema` });
      break;
    }
    const result = await attempt(() => parseXsd(content, wanted.file, wanted.namespace));
    if ("problem" in result) {
      problems.push(result.problem);
      continue;
    }
    const document = result.value;
    documents.push(document);
    seen.note(wanted, document);
    if (wanted.isOwn) {
      own.add(document);
    }
    problems.push(...otherNamespace(wanted, document));
    for (const reference of document.references) {
      const isOwn = wanted.isOwn && reference.kind !== "import";
      const next = follow(document, reference, isOwn, locations, problems);
      leading.set(reference, next);
      waiting.push(...next);
    }
  }
  const leads = (reference: Reference) => (leading.get(reference) ?? []).flatMap((it) => seen.get(it));
  const result = await attempt(() => withChanges(documents, leads));
  const changed = "value" in result ? result.value : { documents, problems: [result.problem] };
  const isOwn = documents.map((document) => own.has(document));
  return {
    ...declared(changed.documents),
    own: new Set(changed.documents.filter((_, index) => isOwn[index])),
    locations,
    problems: [...problems, ...changed.problems],
  };
}

/** Which documents were read: one without a namespace of its own once for each that it adopts. */
class Seen {
  readonly #files = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #adopting = new Set<string>();
  readonly #documents = new Map<string, XsdDocument>();

  get count(): number {
    return this.#asked.size;
  }

  has(wanted: Wanted): boolean {
    return this.#adopting.has(wanted.file) ? this.#asked.has(keyOf(wanted)) : this.#files.has(wanted.file);
  }

  add(wanted: Wanted): void {
    this.#files.add(wanted.file);
    this.#asked.add(keyOf(wanted));
  }

  note(wanted: Wanted, document: XsdDocument): void {
    if (document.isAdopting) {
      this.#adopting.add(wanted.file);
    }
    this.#documents.set(document.isAdopting ? keyOf(wanted) : wanted.file, document);
  }

  /** The document that was read for this; none where it could not be read. */
  get(wanted: Wanted): XsdDocument[] {
    const document = this.#documents.get(this.#adopting.has(wanted.file) ? keyOf(wanted) : wanted.file);
    return document === undefined ? [] : [document];
  }
}

function keyOf({ file, namespace }: Wanted): string {
  return JSON.stringify([file, namespace]);
}

function declared(documents: readonly XsdDocument[]): Pick<SchemaSet, "documents" | "elements" | "types" | "groups"> {
  return {
    documents,
    elements: new Map(documents.flatMap(({ namespace, elements }) => elements.map((it) => [key(namespace, it), it]))),
    types: new Map(documents.flatMap(({ types }) => types.map((it) => [it.name ?? "", it]))),
    groups: new Map(documents.flatMap(({ groups }) => [...groups])),
  };
}

function key(namespace: string, { name }: ElementDeclaration): string {
  return namespace === "" ? name : `{${namespace}}${name}`;
}

function note({ file, from }: Wanted, isThere: boolean, locations: SchemaLocation[], problems: FileProblem[]): void {
  if (from === undefined) {
    if (!isThere) {
      problems.push({ file, message: "it is not there" });
    }
    return;
  }
  const { location = "", line, kind, namespace } = from.reference;
  locations.push({ ...placeOf(from.file, from.reference), location, found: isThere ? "file" : "missing" });
  if (!isThere) {
    const what = kind === "import" && namespace !== "" ? `the import of ${namespace}` : `the ${kind}`;
    const message = `${what} from "${location}" is not found: add the file ${file}, or correct the schemaLocation`;
    problems.push({ file: from.file, line, message });
  }
}

function placeOf(file: string, { namespace, line }: Reference): Pick<SchemaLocation, "namespace" | "file" | "line"> {
  return { ...(namespace === "" ? {} : { namespace }), file, line };
}

/** Where a reference leads, as far as it is for this folder to say. */
function follow(
  { path: file, namespace }: XsdDocument,
  reference: Reference,
  isOwn: boolean,
  locations: SchemaLocation[],
  problems: FileProblem[],
): Wanted[] {
  const { location, line } = reference;
  if (location === undefined) {
    return [];
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(location) || location.startsWith("//")) {
    locations.push({ ...placeOf(file, reference), location, found: "elsewhere" });
    return [];
  }
  const place = placeInFolder(file, location);
  if (place === undefined) {
    locations.push({ ...placeOf(file, reference), location, found: "outside" });
    const remedy = "put the file beside this one, or give both files names with their folders, such as a/b/part.xsd";
    const message = `the schemaLocation "${location}" leaves the folder of the schema: ${remedy}`;
    problems.push({ file, line, message });
    return [];
  }
  return [{ file: place, isOwn, namespace: reference.kind === "import" ? "" : namespace, from: { file, reference } }];
}

/** The path in the folder that a relative location means; undefined where it leaves the folder. */
export function placeInFolder(from: string, location: string): string | undefined {
  const [bare = ""] = location.split(/[?#]/);
  // Windows writes folders with a backslash, and what is read there opens them.
  const decoded = decode(bare)?.replaceAll("\\", "/");
  if (decoded === undefined || decoded.startsWith("/") || decoded.includes("\0") || /^[a-z]:/i.test(decoded)) {
    return undefined;
  }
  const place = path.posix.normalize(path.posix.join(path.posix.dirname(from), decoded));
  return place === ".." || place.startsWith("../") || place === "." ? undefined : place;
}

function decode(location: string): string | undefined {
  try {
    return decodeURIComponent(location);
  } catch {
    return undefined;
  }
}

function otherNamespace({ file, from }: Wanted, { namespace }: XsdDocument): FileProblem[] {
  if (from === undefined || from.reference.namespace === namespace) {
    return [];
  }
  const { kind, line, namespace: wanted } = from.reference;
  const message = `the ${kind} of ${wanted === "" ? "no namespace" : wanted} leads to ${file}, whose namespace is ${namespace === "" ? "none" : namespace}`;
  return [{ file: from.file, line, message }];
}
