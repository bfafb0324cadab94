import { onDisk } from "./content";
import type { FileSet } from "./file-sets";
import type { Completed } from "./kind";
import { beside, foldersOf, readerOf } from "./reading-files";

/** What hale saves beside a project file, by its name. */
const besideProjects = [".alignment.xml", ".styles.sld"];

/** A project's files: of an archive all that it holds, of a project file what lies beside it. */
export async function completeProject(files: FileSet): Promise<Completed> {
  const found: Record<string, FileSet[string]> = {};
  const problems: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    if (content.path !== undefined && /\.(halez|hale)$/i.test(name)) {
      const unpacked = await entriesOf(content.path);
      problems.push(...unpacked.problems);
      Object.assign(found, unpacked.files);
    } else {
      found[name] = content;
    }
  }
  const folders = foldersOf(files);
  for (const project of Object.keys(found).filter((name) => /\.halex$/i.test(name))) {
    for (const extension of besideProjects) {
      const content = found[`${project}${extension}`] ?? beside(folders, `${project}${extension}`);
      if (content !== undefined) {
        found[`${project}${extension}`] = content;
      }
    }
  }
  return { files: found, problems };
}

async function entriesOf(archive: string): Promise<Completed> {
  const { attempt, describeProblem, readZip } = require("../formats") as typeof import("../formats");
  const result = await attempt(() => readZip(onDisk(archive), archive));
  if ("problem" in result) {
    return { files: {}, problems: [describeProblem(result.problem)] };
  }
  const entries = result.value.map(({ path: entry, bytes }) => [entry, { path: archive, entry, bytes }] as const);
  return { files: Object.fromEntries(entries), problems: [] };
}

/** Everything that keeps the files from being a project. */
export async function problemWithProject(files: FileSet): Promise<string | undefined> {
  const { attempt, describeProblem, readHaleFolder } = require("../formats") as typeof import("../formats");
  const names = Object.keys(files);
  if (names.length === 0) {
    return undefined;
  }
  const result = await attempt(() => readHaleFolder(names, readerOf(files)));
  return "problem" in result
    ? describeProblem(result.problem)
    : result.value.problems.map(describeProblem).join("; ") || undefined;
}
