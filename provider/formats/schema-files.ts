import path from "node:path";
import { beginningOf, inMemory, readerOf, type OpenFile, type ReadFile } from "./bytes";
import { readHsd } from "./hsd";
import { ownDocuments } from "./own-documents";
import { attempt, type FileProblem } from "./file-problem";
import { byName, noStatistics, type SchemaContent, type SchemaStatistics } from "./schema-content";
import { besideShapes } from "./shapefile-parts";
import { dbfTable, shapefileContent, shapeOf } from "./shapefile";
import { xmlLimits } from "./xml";
import { readXsd } from "./xsd";

/** Whether a file of this name holds a schema, or a part of one. */
export function isSchemaFile(file: string): boolean {
  return kinds.some(([pattern]) => pattern.test(file));
}

type Reader = (files: readonly string[], read: ReadFile, open: OpenFile) => Promise<SchemaContent[]>;

const kinds: readonly (readonly [RegExp, Reader])[] = [
  [/\.xsd$/i, async (files, read) => [await readXsd(await ownDocuments(files, read), read)]],
  [
    /\.(?:hsd|haleschema|hsd\.json|json\.hsd)$/i,
    (files, read) => each(files, async (file) => readHsd((await read(file)) ?? new Uint8Array(), file)),
  ],
  [/\.shp$/i, (files, _read, open) => each(files, (file) => shapefile(file, open))],
];

/**
 * What the files of a schema say, together, whatever formats they are in; undefined where none of them holds a schema.
 */
export async function readSchemaFiles(files: readonly string[], open: OpenFile): Promise<SchemaContent | undefined> {
  const read = readerOf(open, xmlLimits.bytes);
  const parts: SchemaContent[] = [];
  for (const [pattern, reader] of kinds) {
    const found = files.filter((file) => pattern.test(file));
    if (found.length > 0) {
      parts.push(...(await reader(found, read, open)));
    }
  }
  return parts.length === 0 ? undefined : together(parts);
}

async function each(
  files: readonly string[],
  read: (file: string) => Promise<SchemaContent>,
): Promise<SchemaContent[]> {
  const contents: SchemaContent[] = [];
  for (const file of files) {
    const result = await attempt(() => read(file));
    contents.push("value" in result ? result.value : unreadable(result.problem));
  }
  return contents;
}

/** Of both files only the headers are read: the shapes can have gigabytes. The columns are in the table beside them. */
async function shapefile(file: string, open: OpenFile): Promise<SchemaContent> {
  const source = (await open(file)) ?? inMemory(new Uint8Array());
  const shape = shapeOf(await beginningOf(source, headerBytes, file), file, source.bytes);
  const name = path.posix.basename(file).replace(/\.shp$/i, "");
  const table = await firstOf(besideShapes(file, ".dbf"), open);
  if (table === undefined) {
    const message = "the table of its columns is not there: add the .dbf file of the same name";
    return shapefileContent(name, shape, { fields: [], problems: [{ file, message }] });
  }
  const encoding = await firstOf(besideShapes(file, ".cpg"), open);
  const cpg = encoding && (await beginningOf(encoding.source, encodingBytes, encoding.file)).toString("latin1");
  const head = await beginningOf(table.source, headerBytes, table.file);
  return shapefileContent(name, shape, dbfTable(head, table.file, cpg));
}

async function firstOf(files: readonly string[], open: OpenFile) {
  for (const file of files) {
    const source = await open(file);
    if (source !== undefined) {
      return { file, source };
    }
  }
  return undefined;
}

/** A .cpg file is one word. */
const encodingBytes = 100;

/** The header of a table tells its own length in two bytes. */
const headerBytes = 64 * 1024;

function unreadable(problem: FileProblem): SchemaContent {
  return { namespaces: [], locations: [], featureTypes: [], statistics: noStatistics, problems: [problem] };
}

function together(parts: readonly SchemaContent[]): SchemaContent {
  return {
    namespaces: parts.flatMap(({ namespaces }) => namespaces).filter(isFirst),
    locations: parts.flatMap(({ locations }) => locations),
    featureTypes: parts.flatMap(({ featureTypes }) => featureTypes).sort(byName),
    statistics: parts.map(({ statistics }) => statistics).reduce(sum),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function isFirst<T extends { readonly namespace: string }>(it: T, index: number, all: readonly T[]): boolean {
  return all.findIndex(({ namespace }) => namespace === it.namespace) === index;
}

/** Everything is counted together; of depths the greatest counts. */
function sum(one: SchemaStatistics, other: SchemaStatistics): SchemaStatistics {
  const names = Object.keys(one) as (keyof SchemaStatistics)[];
  const added = Object.fromEntries(names.map((name) => [name, one[name] + other[name]]));
  return { ...one, ...added, maxPropertyDepth: Math.max(one.maxPropertyDepth, other.maxPropertyDepth) };
}
