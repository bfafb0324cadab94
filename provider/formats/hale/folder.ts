import type { ReadFile } from "../bytes";
import { attempt, FormatError, type FileProblem } from "../file-problem";
import { placeInFolder } from "../xsd";
import { parseAlignment, type Alignment } from "./alignment";
import { parseProject, type HaleProject, type ProjectResource } from "./project";

/** A project with what lies beside it. */
export interface HaleContent {
  /** The project file. */
  readonly file: string;
  readonly project: HaleProject;
  readonly resources: readonly FoundResource[];
  /** Missing where the project has none yet. */
  readonly alignment?: Alignment;
  readonly alignmentFile?: string;
  readonly problems: readonly FileProblem[];
}

export interface FoundResource extends ProjectResource {
  /** As for the locations of a schema; missing where the project names no place. */
  readonly found?: "file" | "elsewhere" | "missing" | "outside";
  /** Its path in the folder. */
  readonly file?: string;
}

/** The project file among files, `project.xml` as in a .hale archive included; undefined where there is none. */
export function projectFileIn(files: readonly string[]): string | undefined {
  const depth = (file: string) => file.split("/").length;
  const named = files.filter((file) => /\.halex$/i.test(file) || /(?:^|\/)project\.xml$/i.test(file));
  const [first, second] = [...named].sort((one, other) => depth(one) - depth(other) || (one < other ? -1 : 1));
  if (first !== undefined && second !== undefined && depth(first) === depth(second)) {
    const usual = named.find((file) => depth(file) === depth(first) && /(?:^|\/)project\.halex$/i.test(file));
    if (usual === undefined) {
      const message = `there are several project files, ${first} and ${second}: only one can be the project`;
      throw new FormatError({ file: second, message });
    }
    return usual;
  }
  return first;
}

/** The project among the files of a folder. */
export async function readHaleFolder(files: readonly string[], read: ReadFile): Promise<HaleContent> {
  const file = projectFileIn(files);
  const content = file === undefined ? undefined : await read(file);
  if (file === undefined || content === undefined) {
    throw new FormatError({ message: "there is no project file: a .halex is expected, or a .halez that holds one" });
  }
  const project = parseProject(content, file);
  const there = new Set(files);
  const resources = project.resources.map((resource) => found(resource, file, there));
  if (project.alignment !== undefined) {
    return { file, project, resources, alignment: project.alignment, alignmentFile: file, problems: [] };
  }
  const alignmentFile = alignmentFileOf(project, file, there);
  if (alignmentFile === undefined) {
    return { file, project, resources, problems: missingAlignment(project, file) };
  }
  const bytes = await read(alignmentFile);
  const result = await attempt(() => parseAlignment(bytes ?? new Uint8Array(), alignmentFile));
  return "problem" in result
    ? { file, project, resources, alignmentFile, problems: [result.problem] }
    : { file, project, resources, alignmentFile, alignment: result.value, problems: [] };
}

const alignmentName = "alignment.xml";

/** Where the project says, or where hale looks when that is not there: beside the project, with its name or without. */
function alignmentFileOf({ files }: HaleProject, file: string, there: ReadonlySet<string>): string | undefined {
  const said = files.filter(({ name }) => name === alignmentName).map(({ location }) => placeInFolder(file, location));
  const usual = [`${file}.${alignmentName}`, placeInFolder(file, alignmentName)];
  return [...said, ...usual].find((place) => place !== undefined && there.has(place));
}

function missingAlignment({ files }: HaleProject, file: string): FileProblem[] {
  return files
    .filter(({ name }) => name === alignmentName)
    .map(({ location }) => ({ file, message: `its alignment "${location}" is not there: add that file` }));
}

function found(resource: ProjectResource, project: string, there: ReadonlySet<string>): FoundResource {
  const { location } = resource;
  if (location === undefined) {
    return resource;
  }
  // `file:` is an address on the machine that saved the project.
  if (/^[a-z][a-z0-9+.-]+:/i.test(location)) {
    return { ...resource, found: /^file:/i.test(location) ? "outside" : "elsewhere" };
  }
  const file = placeInFolder(project, location);
  return file === undefined
    ? { ...resource, found: "outside" }
    : { ...resource, found: there.has(file) ? "file" : "missing", file };
}
