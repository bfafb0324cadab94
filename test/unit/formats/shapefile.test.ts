import { readSchemaFiles } from "../../../provider/formats";
import { inMemoryFolder } from "./support/samples";
import { dbfBytes, shpBytes } from "./support/shapefile";

const columns = [
  ["NAME", "C", 80, 0],
  ["LANES", "N", 4, 0],
  ["LENGTH", "N", 12, 3],
  ["BUILT", "D", 8, 0],
] as const;

const read = async (contents: Record<string, Uint8Array>) => {
  const folder = inMemoryFolder(contents);
  return readSchemaFiles(folder.files, folder.open);
};

describe("a Shapefile", () => {
  it("has one feature type: the geometry, and the columns of its table", async () => {
    const content = await read({ "roads.shp": shpBytes(3), "roads.dbf": dbfBytes(columns) });
    expect(content).toMatchObject({ problems: [], featureTypes: [{ name: "roads" }], statistics: { properties: 5 } });
    expect(content?.featureTypes[0]?.properties.map(({ name, type }) => [name, type])).toEqual([
      ["the_geom", "PolyLine"],
      ["NAME", "java.lang.String"],
      ["LANES", "java.lang.Integer"],
      ["LENGTH", "java.lang.Double"],
      ["BUILT", "java.util.Date"],
    ]);
  });

  it.each([
    ["without its table", { "a.shp": shpBytes(1) }, "the table of its columns is not there: add the .dbf file"],
    ["that is something else", { "a.shp": Buffer.alloc(100), "a.dbf": dbfBytes(columns) }, "its first bytes are not"],
    ["that is empty", { "a.shp": Buffer.alloc(0) }, "its header has 100 bytes, and the file ends after 0"],
    ["of an unknown shape", { "a.shp": shpBytes(99), "a.dbf": dbfBytes(columns) }, "the unknown shape 99"],
    ["whose table is something else", { "a.shp": shpBytes(1), "a.dbf": Buffer.alloc(99, "x") }, "no dBASE table"],
    [
      "whose table ends within its header",
      { "a.shp": shpBytes(1), "a.dbf": dbfBytes(columns).subarray(0, 60) },
      "ends before",
    ],
    ["whose table has no columns", { "a.shp": shpBytes(1), "a.dbf": dbfBytes([]) }, "it has no columns"],
  ])("%s is reported", async (_, contents, message) => {
    const [problem] = (await read(contents))?.problems ?? [];
    expect(problem?.message).toContain(message);
  });

  it("that was cut off is reported", async () => {
    const cut = shpBytes(1);
    cut.writeInt32BE(500, 24);
    const [problem] = (await read({ "a.shp": cut }))?.problems ?? [];
    expect(problem?.message).toBe(
      "it is no Shapefile: by its header it has 1000 bytes, and it has 100: it was not copied as a whole",
    );
  });
});
