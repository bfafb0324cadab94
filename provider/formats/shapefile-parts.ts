/** What lies beside a Shapefile and belongs to it; only the table has to be there. */
export const partsOfShapefiles: readonly string[] = [".dbf", ".shx", ".prj", ".cpg"];

/** The names that a part of a Shapefile may have; systems that write all names in capitals write the extension so. */
export function besideShapes(file: string, extension: string): readonly string[] {
  const bare = file.slice(0, -".shp".length);
  return [`${bare}${extension}`, `${bare}${extension.toUpperCase()}`];
}
