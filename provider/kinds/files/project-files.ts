import { archiveAt } from "./archives";
import { bytesOf, type ResolvedFile } from "./content";
import type { FoundResource, NamedFile } from "../../formats";
import type { ResolvedFiles } from "./file-sets";
import type { Completed } from "../kind";
import { beside, declaredAs, foldersOf, readerOf, underNames } from "./reading-files";

/** A project's files: all files in an archive, and the files that a project file names. */
export async function completeProject(files: ResolvedFiles): Promise<Completed> {
  const found = new Map<string, ResolvedFile>();
  const problems: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const unpacked = /\.(halez|hale)$/i.test(name)
      ? await unpack(name, content)
      : { files: { [name]: content }, problems: [] };
    problems.push(...unpacked.problems);
    for (const [inside, file] of Object.entries(unpacked.files)) {
      if (found.has(inside)) {
        problems.push(`two files get the name ${JSON.stringify(inside)}: leave one of them out`);
      }
      found.set(inside, file);
    }
  }
  return { files: await withNamed(Object.fromEntries(found), files), problems };
}

/**
 * Adds the files that project files name in their folder, and the files that these name in turn. It leaves out data and
 * other resources: they can be large, and hale reads a project without them.
 */
async function withNamed(files: ResolvedFiles, declared: ResolvedFiles): Promise<ResolvedFiles> {
  const { namedFiles } = require("../../formats") as typeof import("../../formats");
  const added = new Map<string, ResolvedFile>();
  const places: string[] = [];
  for (const project of Object.keys(files).filter(isProject)) {
    // An archive is complete: it needs no files from its folder.
    const folders = Object.hasOwn(declared, project) ? foldersOf(declared) : [];
    const find = (name: string) => declaredAs(files, name) ?? beside(folders, name);
    const named = await namedFiles(project, {
      has: (name) => find(name) !== undefined,
      read: (name) => readerOf({ [name]: find(name) ?? {} })(name),
    });
    for (const { what, file = "" } of named.filter(({ found }) => found === "file")) {
      const content = what === "resource" ? undefined : beside(folders, file);
      places.push(file);
      if (declaredAs(files, file) === undefined && content !== undefined) {
        added.set(file, content);
      }
    }
  }
  return underNames(Object.fromEntries([...Object.entries(files), ...added]), places);
}

function isProject(name: string): boolean {
  return /(?:\.halex|(?:^|\/)project\.xml)$/i.test(name);
}

async function unpack(name: string, content: ResolvedFile): Promise<Completed> {
  const { attempt, describeProblem } = require("../../formats") as typeof import("../../formats");
  const { path: archive } = content;
  const result = await attempt(() => (archive === undefined ? unpackedInMemory(name, content) : unpackedAt(archive)));
  return "problem" in result
    ? { files: {}, problems: [describeProblem(result.problem)] }
    : { files: Object.fromEntries(result.value), problems: [] };
}

async function unpackedAt(archive: string): Promise<(readonly [string, ResolvedFile])[]> {
  const entries = await archiveAt(archive);
  return [...entries.values()].map(({ path: entry, bytes }) => [entry, { path: archive, entry, bytes }] as const);
}

/** How many bytes an archive may have unpacked, if the program gives its content: all of it stays in memory. */
const mostInMemory = 64 * 1024 ** 2;

async function unpackedInMemory(name: string, content: ResolvedFile): Promise<(readonly [string, ResolvedFile])[]> {
  const { inMemory, readZip, whole, zipLimits } = require("../../formats") as typeof import("../../formats");
  const archive = inMemory(await whole(bytesOf(content).open(), mostInMemory, name));
  const files: (readonly [string, ResolvedFile])[] = [];
  for (const { path: entry, bytes, open } of await readZip(archive, name, { ...zipLimits, bytes: mostInMemory })) {
    files.push([entry, { base64: (await whole(await open(), bytes, entry)).toString("base64") }]);
  }
  return files;
}

/** Why hale studio could not open the files as a project. */
export async function problemWithProject(
  files: ResolvedFiles,
  _declared: unknown,
  say: (warning: string) => void,
): Promise<string | undefined> {
  const { attempt, describeProblem, namedFiles, readHaleFolder } =
    require("../../formats") as typeof import("../../formats");
  const names = Object.keys(files);
  if (names.length === 0) {
    return undefined;
  }
  const result = await attempt(() => readHaleFolder(names, readerOf(files)));
  if ("problem" in result) {
    return describeProblem(result.problem);
  }
  const { file, resources, problems } = result.value;
  const absent = resources.filter(isAbsent);
  const needed = absent.filter(isNeeded).map((it) => ({ file, message: `${inWords(it)} is not there: ${remedy(it)}` }));
  if (problems.length + needed.length === 0) {
    const named = await namedFiles(file, { has: (name) => Object.hasOwn(files, name), read: readerOf(files) });
    const tell = (from: string, what: string, how: string) =>
      say(`${placeOf(from, files[from])} ${what}, which is not sent: ${how}.`);
    absent.forEach((it) => tell(file, `reads ${inWords(it)}`, remedy(it)));
    named
      .filter(isMissed)
      .forEach((it) => tell(it.from, `names ${namedInWords[it.what]} "${it.location}"`, remedy(it)));
  }
  return [...problems, ...needed].map(describeProblem).join("; ") || undefined;
}

function placeOf(name: string, content: ResolvedFile | undefined): string {
  return [content?.path ?? name, ...(content?.entry === undefined ? [] : [content.entry])].join(": ");
}

/** A missing file that no other message names. Resources, schemas and the alignment have messages of their own. */
function isMissed({ what, found, isOptional }: NamedFile): boolean {
  return found !== "file" && isOptional !== true && what !== "resource" && what !== "schema" && what !== "alignment";
}

const namedInWords: Readonly<Record<NamedFile["what"], string>> = {
  alignment: "the alignment",
  base: "the base alignment",
  style: "the styles",
  picture: "the picture",
  schema: "the schema",
  schemaDocument: "the schema document",
  resource: "the resource",
  file: "the file",
};

/** Whether a resource is missing. A schema of which the project keeps a copy is not missing. */
function isAbsent({ found, namespaces }: FoundResource): boolean {
  return (found === "missing" || found === "outside") && namespaces.length === 0;
}

/** A mapping needs its schemas. A `file:` address may be right on the machine that opens the project. */
function isNeeded({ kind, location = "" }: FoundResource): boolean {
  return (kind === "sourceSchema" || kind === "targetSchema") && !/^file:/i.test(location);
}

const kindsInWords = {
  sourceSchema: "the source schema",
  targetSchema: "the target schema",
  sourceData: "the source data",
  other: "the resource",
} as const;

function inWords({ kind, location }: FoundResource): string {
  return `${kindsInWords[kind]} "${location ?? ""}"`;
}

function remedy({ found }: Pick<FoundResource, "found">): string {
  return found === "missing"
    ? "add that file"
    : "it lies outside of the project's folder, so put it beside the project, or give the files names with their folders";
}
