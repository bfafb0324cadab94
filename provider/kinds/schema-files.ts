import type { OpenFile, Problem } from "../formats";
import type { Completed } from "./kind";
import { beside, foldersOf, openerOf } from "./reading-files";
import type { FileSet } from "./file-sets";

/** What lies beside a Shapefile and belongs to it; only the table has to be there. */
const partsOfShapefiles = [".dbf", ".shx", ".prj", ".cpg"];

/**
 * A schema's files with what they import from the folder that they lie in, and the parts of Shapefiles; and everything
 * that keeps them from being a schema, since it takes one reading to know both.
 */
export async function completeSchema(files: FileSet): Promise<Completed> {
  const folders = foldersOf(files);
  const found: Record<string, FileSet[string]> = { ...files };
  const problem = await problemWithSchema(Object.keys(files), (name) => {
    const content = found[name] ?? beside(folders, name);
    if (content !== undefined) {
      found[name] = content;
    }
    return openerOf(found)(name);
  });
  const { besideShapes } = require("../formats") as typeof import("../formats");
  for (const shapes of Object.keys(files).filter((name) => /\.shp$/i.test(name))) {
    for (const names of partsOfShapefiles.map((extension) => besideShapes(shapes, extension))) {
      if (names.every((name) => found[name] === undefined)) {
        Object.assign(found, firstBeside(folders, names));
      }
    }
  }
  return { files: found, problems: problem === undefined ? [] : [problem] };
}

function firstBeside(folders: readonly string[], names: readonly string[]): FileSet {
  for (const name of names) {
    const content = beside(folders, name);
    if (content !== undefined) {
      return { [name]: content };
    }
  }
  return {};
}

async function problemWithSchema(names: readonly string[], open: OpenFile): Promise<string | undefined> {
  const { attempt, describeProblem, readSchemaFiles } = require("../formats") as typeof import("../formats");
  if (names.length === 0) {
    return undefined;
  }
  const result = await attempt(() => readSchemaFiles(names, open));
  if ("problem" in result) {
    return describeProblem(result.problem);
  }
  return result.value === undefined
    ? `none of the files holds a schema: ${names.join(", ")}; an XSD, a hale schema or a Shapefile is expected`
    : refusal(result.value.problems);
}

/** What keeps the files from being a schema; what does not is told alone. */
function refusal(problems: readonly Problem[]): string | undefined {
  const { describeProblem } = require("../formats") as typeof import("../formats");
  const wrong = problems.filter(({ isRemark }) => isRemark !== true);
  if (wrong.length === 0) {
    problems.forEach((problem) => console.warn(`${describeProblem(problem)}.`));
  }
  return wrong.map(describeProblem).join("; ") || undefined;
}
