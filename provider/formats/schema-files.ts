import path from "node:path";
import type { ReadFile } from "./bytes";
import { readHsd } from "./hsd";
import { ownDocuments } from "./own-documents";
import { attempt, type Problem } from "./problem";
import { byName, type SchemaContent, type SchemaStatistics } from "./schema-content";
import { dbfFields, shapefileContent, shapeOf } from "./shapefile";
import { readXsd } from "./xsd";

/** Whether a file of this name holds a schema, or a part of one. */
export function isSchemaFile(file: string): boolean {
  return kinds.some(([pattern]) => pattern.test(file));
}

type Reader = (files: readonly string[], read: ReadFile) => Promise<SchemaContent[]>;

const kinds: readonly (readonly [RegExp, Reader])[] = [
  [/\.xsd$/i, async (files, read) => [await readXsd(await ownDocuments(files, read), read)]],
  [/\.(?:hsd|haleschema|hsd\.json|json\.hsd)$/i, (files, read) => each(files, read, readHsd)],
  [/\.shp$/i, (files, read) => each(files, read, (content, file) => shapefile(content, file, read))],
];

/**
 * What the files of a schema say, together, whatever formats they are in; undefined where none of them holds a schema.
 */
export async function readSchemaFiles(files: readonly string[], read: ReadFile): Promise<SchemaContent | undefined> {
  const parts: SchemaContent[] = [];
  for (const [pattern, reader] of kinds) {
    const found = files.filter((file) => pattern.test(file));
    if (found.length > 0) {
      parts.push(...(await reader(found, read)));
    }
  }
  return parts.length === 0 ? undefined : together(parts);
}

async function each(
  files: readonly string[],
  read: ReadFile,
  parse: (content: Uint8Array, file: string) => SchemaContent | Promise<SchemaContent>,
): Promise<SchemaContent[]> {
  const contents: SchemaContent[] = [];
  for (const file of files) {
    const content = (await read(file)) ?? new Uint8Array();
    const result = await attempt(() => parse(content, file));
    contents.push("value" in result ? result.value : unreadable(result.problem));
  }
  return contents;
}

/** The columns are in the table beside the shapes. */
async function shapefile(content: Uint8Array, file: string, read: ReadFile): Promise<SchemaContent> {
  const shape = shapeOf(content, file, content.length);
  const name = path.posix.basename(file).replace(/\.shp$/i, "");
  for (const extension of [".dbf", ".DBF"]) {
    const table = `${file.slice(0, -".shp".length)}${extension}`;
    const columns = await read(table);
    if (columns !== undefined) {
      return shapefileContent(name, shape, dbfFields(columns, table));
    }
  }
  const message = "the table of its columns is not there: add the .dbf file of the same name";
  return { ...shapefileContent(name, shape, []), problems: [{ file, message }] };
}

const nothing: SchemaStatistics = {
  types: 0,
  localTypes: 0,
  importedTypes: 0,
  inheritedTypes: 0,
  properties: 0,
  importedProperties: 0,
  inheritedProperties: 0,
  complexPropertyTypes: 0,
  simplePropertyTypes: 0,
  maxPropertyDepth: 0,
};

function unreadable(problem: Problem): SchemaContent {
  return { namespaces: [], locations: [], featureTypes: [], statistics: nothing, problems: [problem] };
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
