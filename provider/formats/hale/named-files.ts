import path from "node:path";
import type { ReadFile } from "../bytes";
import { attempt } from "../file-problem";
import { besideShapes, partsOfShapefiles } from "../shapefile-parts";
import { parseXml, type XmlElement } from "../xml-tree";
import { parseXsd, placeInFolder } from "../xsd";
import { parseAlignment, type Alignment } from "./alignment";
import { parseProject, type HaleProject } from "./project";

/** A file that a project names, or a file that is itself named. */
export interface NamedFile {
  readonly what: keyof typeof readers;
  /** The file that names it. */
  readonly from: string;
  /** As that file says it. */
  readonly location: string;
  readonly found: "file" | "missing" | "outside";
  /** Its path in the folder, where it leads to one. */
  readonly file?: string;
  /** Nobody misses it: hale looks for it by its name alone. */
  readonly isOptional?: true;
}

/** The files that there are; large ones are not read as a whole. */
export interface NamingFolder {
  readonly has: (file: string) => boolean;
  readonly read: ReadFile;
}

/** What a file names in turn. */
interface Naming extends Pick<NamedFile, "what" | "location" | "isOptional"> {
  readonly from: string;
}

type Reader = (content: Uint8Array, file: string) => readonly Naming[];

const inAlignment: Reader = (content, file) => basesIn(parseAlignment(content, file), file);
const inStyle: Reader = (content, file) =>
  hrefsIn(parseXml(content, file)).map((location) => ({ what: "picture", from: file, location }));
const inDocument: Reader = (content, file) =>
  parseXsd(content, file).references.flatMap(({ location }) =>
    location === undefined ? [] : [{ what: "schemaDocument" as const, from: file, location }],
  );

/** How it is found out what is named in a file; without one its content does not matter. */
const readers = {
  alignment: inAlignment,
  base: inAlignment,
  style: inStyle,
  picture: undefined,
  schema: inDocument,
  schemaDocument: inDocument,
  /** What hale reads besides: data, lookup tables, code lists, functions; a schema of which the project keeps a copy. */
  resource: undefined,
  /** What belongs to the project or to a Shapefile. */
  file: undefined,
} as const satisfies Readonly<Record<string, Reader | undefined>>;

/** Files that may belong to one project. */
const most = 5000;

/**
 * Everything that a project file names, and what is named in that, in whatever depth, each place once: alignments and
 * those that they build on, styles and their pictures, schemas and what they import. Addresses are not among them. What
 * cannot be read names nothing; that is told where it is read for its own sake.
 */
export async function namedFiles(project: string, { has, read }: NamingFolder): Promise<NamedFile[]> {
  const content = await read(project);
  const result = await attempt(() => (content === undefined ? undefined : parseProject(content, project)));
  const named: NamedFile[] = [];
  const seen = new Set([project]);
  const waiting = "value" in result && result.value !== undefined ? namedIn(result.value, project) : [];
  for (const naming of waiting) {
    const { what, from, location } = naming;
    const file = isOnMachine(location) ? undefined : placeInFolder(from, location);
    if (
      location.trim() === "" ||
      isElsewhere(location) ||
      (file !== undefined && seen.has(file)) ||
      named.length >= most
    ) {
      continue;
    }
    if (file === undefined) {
      named.push({ ...naming, found: "outside" });
      continue;
    }
    seen.add(file);
    named.push({ ...naming, file, found: has(file) ? "file" : "missing" });
    waiting.push(...(has(file) ? await namedInFile(what, file, read) : []));
  }
  return named;
}

async function namedInFile(what: NamedFile["what"], file: string, read: ReadFile): Promise<readonly Naming[]> {
  const reader = readers[what];
  if (what === "schema" && /\.shp$/i.test(file)) {
    return partsOf(file);
  }
  if (reader === undefined || (what === "schema" && !/\.xsd$/i.test(file))) {
    return [];
  }
  const result = await attempt(async () => reader((await read(file)) ?? new Uint8Array(), file));
  return "value" in result ? result.value : [];
}

function namedIn({ files, resources, alignment }: HaleProject, project: string): Naming[] {
  return [
    ...files.map(({ name, location }) => ({ what: kinds.get(name) ?? ("file" as const), from: project, location })),
    ...usualNames(project, files).map((it) => ({ ...it, from: project, isOptional: true as const })),
    ...resources.flatMap(({ kind, location, namespaces }) => {
      const isSchema = (kind === "sourceSchema" || kind === "targetSchema") && namespaces.length === 0;
      return location === undefined
        ? []
        : [{ what: isSchema ? ("schema" as const) : ("resource" as const), from: project, location }];
    }),
    ...(alignment === undefined ? [] : basesIn(alignment, project)),
  ];
}

/** Where hale saves what belongs to a project: with its name before it, and in an archive without. */
function usualNames(project: string, files: HaleProject["files"]): Pick<Naming, "what" | "location">[] {
  const name = path.posix.basename(project);
  return [...kinds].flatMap(([file, what]) => {
    const isInArchive = /^project\.(?:halex|xml)$/i.test(name) && files.every((it) => it.name !== file);
    const names = [`${name}.${file}`, ...(isInArchive ? [file] : [])];
    return names.map((location) => ({ what, location: encodeURIComponent(location) }));
  });
}

const kinds: ReadonlyMap<string, "alignment" | "style"> = new Map([
  ["alignment.xml", "alignment"],
  ["styles.sld", "style"],
]);

function basesIn({ bases }: Alignment, from: string): Naming[] {
  return bases.flatMap(({ location }) => (location === "" ? [] : [{ what: "base" as const, from, location }]));
}

/** The parts of a Shapefile besides its shapes, as systems write their names. */
function partsOf(shapes: string): Naming[] {
  return partsOfShapefiles
    .flatMap((extension) => besideShapes(path.posix.basename(shapes), extension))
    .map((location) => ({ what: "file", from: shapes, location: encodeURIComponent(location), isOptional: true }));
}

/** `OnlineResource` names the picture of a symbol. */
function hrefsIn({ name, attributes, children }: XmlElement): string[] {
  const href = name === "OnlineResource" ? attributes.find((it) => it.name === "href")?.value.trim() : undefined;
  return [...(href === undefined || href === "" ? [] : [href]), ...children.flatMap(hrefsIn)];
}

function isOnMachine(location: string): boolean {
  return /^file:/i.test(location);
}

function isElsewhere(location: string): boolean {
  return !isOnMachine(location) && (/^[a-z][a-z0-9+.-]+:/i.test(location) || location.startsWith("//"));
}
