import { archiveAt } from "./archives";
import { bytesOf, type Content } from "./content";
import type { FoundResource } from "../formats";
import type { FileSet } from "./file-sets";
import type { Completed } from "./kind";
import { beside, foldersOf, readerOf } from "./reading-files";

/** What hale saves beside a project file, by its name. */
const besideProjects = [".alignment.xml", ".styles.sld"];

/** A project's files: of an archive all that it holds, of a project file what lies beside it. */
export async function completeProject(files: FileSet): Promise<Completed> {
  const found = new Map<string, Content>();
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
  const folders = foldersOf(files);
  for (const project of [...found.keys()].filter((name) => /\.halex$/i.test(name))) {
    for (const name of besideProjects.map((extension) => `${project}${extension}`)) {
      const content = found.get(name) ?? beside(folders, name);
      if (content !== undefined) {
        found.set(name, content);
      }
    }
  }
  return { files: Object.fromEntries(found), problems };
}

async function unpack(name: string, content: Content): Promise<Completed> {
  const { attempt, describeProblem } = require("../formats") as typeof import("../formats");
  const { path: archive } = content;
  const result = await attempt(() => (archive === undefined ? unpackedInMemory(name, content) : unpackedAt(archive)));
  return "problem" in result
    ? { files: {}, problems: [describeProblem(result.problem)] }
    : { files: Object.fromEntries(result.value), problems: [] };
}

async function unpackedAt(archive: string): Promise<(readonly [string, Content])[]> {
  const entries = await archiveAt(archive);
  return [...entries.values()].map(({ path: entry, bytes }) => [entry, { path: archive, entry, bytes }] as const);
}

/** Bytes that an archive may become that is given by its bytes: all of them are kept. */
const mostInMemory = 64 * 1024 ** 2;

async function unpackedInMemory(name: string, content: Content): Promise<(readonly [string, Content])[]> {
  const { inMemory, readZip, whole, zipLimits } = require("../formats") as typeof import("../formats");
  const archive = inMemory(await whole(bytesOf(content).open(), mostInMemory, name));
  const files: (readonly [string, Content])[] = [];
  for (const { path: entry, bytes, open } of await readZip(archive, name, { ...zipLimits, bytes: mostInMemory })) {
    files.push([entry, { base64: (await whole(await open(), bytes, entry)).toString("base64") }]);
  }
  return files;
}

/** Everything that keeps the files from being a project that hale studio can open. */
export async function problemWithProject(
  files: FileSet,
  _declared: unknown,
  say: (warning: string) => void,
): Promise<string | undefined> {
  const { attempt, describeProblem, readHaleFolder } = require("../formats") as typeof import("../formats");
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
    absent.forEach((it) => {
      say(`${files[file]?.path ?? file} reads ${inWords(it)}, which does not go along.`);
    });
  }
  return [...problems, ...needed].map(describeProblem).join("; ") || undefined;
}

/** What is not among the files; a schema of which the project keeps a copy is read from that. */
function isAbsent({ found, namespaces }: FoundResource): boolean {
  return (found === "missing" || found === "outside") && namespaces.length === 0;
}

/** Without its schemas a mapping cannot be loaded. An address on a machine may be right on that of whoever opens it. */
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

function remedy({ found }: FoundResource): string {
  return found === "missing"
    ? "add that file"
    : "it lies outside of the project's folder, so put it beside the project, or give the files names with their folders";
}
