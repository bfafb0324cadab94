import type { OpenFile, FileProblem } from "../../formats";
import type { Completed } from "../kind";
import { beside, declaredAs, foldersOf, openerOf, underNames } from "./reading-files";
import type { ResolvedFiles } from "./file-sets";

/**
 * A schema's files, with what they import from their folder and with the parts of Shapefiles. It also says why the files
 * are not a schema, since one reading finds both.
 */
export async function completeSchema(files: ResolvedFiles): Promise<Completed> {
  const folders = foldersOf(files);
  const found: Record<string, ResolvedFiles[string]> = { ...files };
  const { problem, places } = await readSchema(Object.keys(files), (name) => {
    const declared = declaredAs(found, name);
    const content = declared ?? beside(folders, name);
    if (declared === undefined && content !== undefined) {
      found[name] = content;
    }
    return content === undefined ? undefined : openerOf({ [name]: content })(name);
  });
  const { besideShapes, partsOfShapefiles } = require("../../formats") as typeof import("../../formats");
  for (const shapes of Object.keys(files).filter((name) => /\.shp$/i.test(name))) {
    for (const names of partsOfShapefiles.map((extension) => besideShapes(shapes, extension))) {
      if (names.every((name) => found[name] === undefined)) {
        Object.assign(found, firstBeside(folders, names));
      }
    }
  }
  return { files: underNames(found, places), problems: problem === undefined ? [] : [problem] };
}

function firstBeside(folders: readonly string[], names: readonly string[]): ResolvedFiles {
  for (const name of names) {
    const content = beside(folders, name);
    if (content !== undefined) {
      return { [name]: content };
    }
  }
  return {};
}

/** Why the files are not a schema, and to which of them others refer. */
async function readSchema(
  names: readonly string[],
  open: OpenFile,
): Promise<{ readonly problem?: string | undefined; readonly places: readonly string[] }> {
  const { attempt, describeProblem, placeInFolder, readSchemaFiles } =
    require("../../formats") as typeof import("../../formats");
  if (names.length === 0) {
    return { places: [] };
  }
  const result = await attempt(() => readSchemaFiles(names, open));
  if ("problem" in result) {
    return { problem: describeProblem(result.problem), places: [] };
  }
  const content = result.value;
  if (content === undefined) {
    const expected = "an XSD, a hale schema or a Shapefile is expected";
    return { problem: `none of the files holds a schema: ${names.join(", ")}; ${expected}`, places: [] };
  }
  const places = content.locations
    .filter(({ found }) => found === "file")
    .flatMap(({ file, location }) => placeInFolder(file, location) ?? []);
  return { problem: refusal(content.problems), places };
}

/** Why the files are not a schema. Without such a reason it only warns of the rest. */
function refusal(problems: readonly FileProblem[]): string | undefined {
  const { describeProblem } = require("../../formats") as typeof import("../../formats");
  const wrong = problems.filter(({ isRemark }) => isRemark !== true);
  if (wrong.length === 0) {
    problems.forEach((problem) => console.warn(`${describeProblem(problem)}.`));
  }
  return wrong.map(describeProblem).join("; ") || undefined;
}
