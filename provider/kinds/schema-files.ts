import type { Completed } from "./kind";
import { beside, foldersOf, openerOf } from "./reading-files";
import type { FileSet } from "./file-sets";

/** What lies beside a Shapefile and belongs to it; only the table has to be there. */
const partsOfShapefiles = [".dbf", ".shx", ".prj", ".cpg"];

/** A schema's files with what they import from the folder that they lie in, and the parts of Shapefiles. */
export async function completeSchema(files: FileSet): Promise<Completed> {
  const { readSchemaFiles } = require("../formats") as typeof import("../formats");
  const folders = foldersOf(files);
  const found: Record<string, FileSet[string]> = { ...files };
  // Fails where one of them cannot be read at all; what else is wrong with them is told later.
  await readSchemaFiles(Object.keys(files), (name) => {
    const content = found[name] ?? beside(folders, name);
    if (content !== undefined) {
      found[name] = content;
    }
    return openerOf(found)(name);
  });
  for (const shapes of Object.keys(files).filter((name) => /\.shp$/i.test(name))) {
    for (const extension of partsOfShapefiles) {
      const name = `${shapes.slice(0, -".shp".length)}${extension}`;
      const content = found[name] ?? beside(folders, name);
      if (content !== undefined) {
        found[name] = content;
      }
    }
  }
  return { files: found, problems: [] };
}

/** Everything that keeps the files from being a schema. */
export async function problemWithSchema(files: FileSet): Promise<string | undefined> {
  const { attempt, describeProblem, readSchemaFiles } = require("../formats") as typeof import("../formats");
  const names = Object.keys(files);
  if (names.length === 0) {
    return undefined;
  }
  const result = await attempt(() => readSchemaFiles(names, openerOf(files)));
  if ("problem" in result) {
    return describeProblem(result.problem);
  }
  return result.value === undefined
    ? `none of the files holds a schema: ${names.join(", ")}; an XSD, a hale schema or a Shapefile is expected`
    : result.value.problems.map(describeProblem).join("; ") || undefined;
}
