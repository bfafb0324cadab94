import { judgeGeoJson, problemWithGeoJson } from "../../../provider/contract/geometry";

const problem = (document: unknown) => problemWithGeoJson(Buffer.from(JSON.stringify(document)));
const point = { type: "Point", coordinates: [8, 52] };
const feature = (geometry: unknown, more = {}) => ({ type: "Feature", properties: {}, geometry, ...more });
const features = (...list: unknown[]) => ({ type: "FeatureCollection", features: list });
const ring = [
  [8, 52],
  [9, 52],
  [9, 53],
  [8, 52],
];
const without = (document: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.entries(document).filter(([it]) => it !== name));

describe("GeoJSON that RFC 7946 allows is taken:", () => {
  it.each<[string, unknown]>([
    ["a bounding box across the antimeridian", { ...features(feature(point)), bbox: [177, -20, -178, -16] }],
    [
      "a rounded bounding box",
      {
        type: "LineString",
        bbox: [8.1, 52.1, 8.3, 52.3],
        coordinates: [
          [8.1000001, 52.1],
          [8.3, 52.3000001],
        ],
      },
    ],
    ["a bounding box of three dimensions", { ...point, bbox: [8, 52, -3, 8, 52, 9] }],
    ["a bounding box that bounds something else", { ...point, bbox: [1, 1, 2, 2] }],
    ["a bounding box around a pole", { ...point, bbox: [-180, 60, 180, 90] }],
    ["a height", { type: "Point", coordinates: [8, 52, 100] }],
    ["a measure", { type: "Point", coordinates: [8, 52, 100, 5] }],
    [
      "positions of several dimensions",
      {
        type: "LineString",
        coordinates: [
          [8, 52],
          [8, 53, 1],
          [8, 54, 1, 2],
        ],
      },
    ],
    ["a ring against the right-hand rule", { type: "Polygon", coordinates: [[...ring].reverse()] }],
    ["a hole", { type: "Polygon", coordinates: [ring, ring] }],
    [
      "an empty line in several",
      {
        type: "MultiLineString",
        coordinates: [
          [],
          [
            [8, 52],
            [9, 52],
          ],
        ],
      },
    ],
    ["an empty polygon in several", { type: "MultiPolygon", coordinates: [[], [ring]] }],
    [
      "nested collections",
      { type: "GeometryCollection", geometries: [{ type: "GeometryCollection", geometries: [point] }] },
    ],
    ["a feature without a geometry beside another", features(feature(null), feature(point))],
    ["a feature without properties", { ...feature(point), properties: null }],
    ["a feature's id", [feature(point, { id: 1 }), feature(point, { id: "a" })][0]],
    [
      "members that the RFC does not know",
      { ...features(feature({ ...point, "@type": "x" }, { title: [null] })), name: "n", links: [] },
    ],
    ["members of other objects within foreign ones", { ...point, foreign: { coordinates: "x", type: 1 } }],
    [
      "the reference system of the former format",
      { ...point, crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } } },
    ],
    [
      "the edge of the world",
      {
        type: "LineString",
        coordinates: [
          [-180, -90],
          [180, 90],
        ],
      },
    ],
  ])("%s", (_, document) => {
    expect(problem(document)).toBeUndefined();
    expect(judgeGeoJson(Buffer.from(JSON.stringify(document))).remarks).toEqual([]);
  });

  it.each(["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"])(
    "a %s with empty coordinates, with a remark if it is the only geometry",
    (type) => {
      expect(problem(features(feature({ type, coordinates: [] }), feature(point)))).toBeUndefined();
      expect(judgeGeoJson(Buffer.from(JSON.stringify({ type, coordinates: [] })))).toEqual({
        remarks: ["it has no position, so it shows no place"],
      });
    },
  );

  it.each([
    ["a collection of nothing", features()],
    ["features of which none has a geometry", features(feature(null))],
    ["a collection of no geometries", { type: "GeometryCollection", geometries: [] }],
  ])("%s, with a remark", (_what, document) => {
    expect(judgeGeoJson(Buffer.from(JSON.stringify(document)))).toEqual({
      remarks: ["it has no position, so it shows no place"],
    });
  });

  it("a geometry that crosses the antimeridian in one piece, with a remark", () => {
    const document = {
      type: "LineString",
      coordinates: [
        [179, -17],
        [181, -17],
      ],
    };
    expect(judgeGeoJson(Buffer.from(JSON.stringify(document)))).toEqual({
      remarks: [expect.stringContaining("beyond the longitude of 180 degrees")],
    });
  });

  it("a wrong bounding box, with a remark", () => {
    for (const bbox of [[1, 2, 3], "x", null, [1, 2, 3, "4"], {}]) {
      expect(judgeGeoJson(Buffer.from(JSON.stringify({ ...point, bbox })))).toEqual({
        remarks: [expect.stringContaining("a `bbox` in it is no list of numbers")],
      });
    }
  });

  it("a file of some megabytes", () => {
    const many = Array.from({ length: 300_000 }, (_, index) => [index / 10_000, 50.123456]);
    expect(problem({ type: "MultiPoint", coordinates: many })).toBeUndefined();
  });

  it("a byte order mark before it", () => {
    expect(problemWithGeoJson(Buffer.from(`\uFEFF${JSON.stringify(point)}`))).toBeUndefined();
  });
});

describe("an error by RFC 7946 is reported with its place:", () => {
  it.each<[string, unknown, string]>([
    [
      "another type",
      { type: "point", coordinates: [8, 52] },
      "at type: a GeoJSON object is expected, whose type is Point, ",
    ],
    ["no type", { name: "x" }, "at type: a GeoJSON object is expected"],
    ["a list", [point], "it is not GeoJSON: expected a GeoJSON object, found a list"],
    ["null", null, "it is not GeoJSON: expected a GeoJSON object, found null"],
    ["the prototype's names", { type: "constructor" }, 'found "constructor"'],
    [
      "no coordinates",
      { type: "Point" },
      "it is not GeoJSON: a Point has the member `coordinates`, and this one has not",
    ],
    [
      "coordinates that are no list",
      { type: "Polygon", coordinates: { x: 1 } },
      "at coordinates: expected a list, found an object",
    ],
    [
      "one number",
      feature({ type: "Point", coordinates: [8] }),
      "at geometry.coordinates: a position has two or more numbers, and this one has 1",
    ],
    [
      "a text as a number",
      feature({
        type: "LineString",
        coordinates: [
          [8, 52],
          [8, "53"],
        ],
      }),
      'at geometry.coordinates[1][1]: expected a number, found "53"',
    ],
    [
      "null as a height",
      { type: "Point", coordinates: [8, 52, null] },
      "at coordinates[2]: expected a number, found null",
    ],
    [
      "an open ring",
      features(feature({ type: "Polygon", coordinates: [[...ring.slice(0, 3), [8, 52.5]]] })),
      "at features[0].geometry.coordinates[0][3]: a ring ends with the position with which it begins",
    ],
    [
      "a ring whose heights differ",
      {
        type: "Polygon",
        coordinates: [
          [
            [8, 52, 1],
            [9, 52, 1],
            [9, 53, 1],
            [8, 52, 2],
          ],
        ],
      },
      "at coordinates[0][3]: a ring",
    ],
    [
      "a short ring",
      {
        type: "MultiPolygon",
        coordinates: [
          [ring],
          [
            ring,
            [
              [8, 52],
              [9, 52],
              [8, 52],
            ],
          ],
        ],
      },
      "at coordinates[1][1]: a ring has 4 or more positions, and this one has 3",
    ],
    [
      "an empty ring",
      { type: "Polygon", coordinates: [[]] },
      "at coordinates[0]: a ring has 4 or more positions, and this one has 0",
    ],
    [
      "a line of one position",
      { type: "LineString", coordinates: [[8, 52]] },
      "at coordinates: a line has 2 or more positions",
    ],
    [
      "coordinates of another depth",
      { type: "MultiPoint", coordinates: [8, 52] },
      "at coordinates[0]: expected a position, which is a list of numbers, found 8",
    ],
    [
      "a feature in a collection of geometries",
      { type: "GeometryCollection", geometries: [feature(point)] },
      "at geometries[0].type: a geometry is expected",
    ],
    [
      "a geometry in a collection of features",
      features(point),
      'at features[0].type: a Feature is expected, whose type is Feature; found "Point"',
    ],
    ["null among features", features(null), "at features[0]: expected a Feature, found null"],
    [
      "a feature without the member geometry",
      without(feature(point), "geometry"),
      "a Feature has the member `geometry`",
    ],
    [
      "a feature without the member properties",
      without(feature(point), "properties"),
      "a Feature has the member `properties`",
    ],
    [
      "properties that are a list",
      feature(point, { properties: [] }),
      "at properties: expected an object or null, found a list",
    ],
    [
      "a feature with coordinates",
      feature(point, { coordinates: [] }),
      "at coordinates: a Feature must not have this member",
    ],
    [
      "features with properties",
      { ...features(), properties: {} },
      "at properties: a FeatureCollection must not have this member",
    ],
    ["a geometry with features", { ...point, features: [] }, "at features: a Point must not have this member"],
  ])("%s", (_, document, message) => {
    expect(problem(document)).toContain(message);
  });

  it("a position outside of WGS 84, with the reference system that the file names", () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::25832" } };
    expect(problem({ ...features(feature({ type: "Point", coordinates: [475_000, 5_524_000] })), crs })).toBe(
      'the position [475000,5524000] at features[0].geometry.coordinates lies outside of WGS 84: a longitude from -180 to 180, then a latitude from -90 to 90, is expected; its `crs` is "urn:ogc:def:crs:EPSG::25832", so save it in WGS 84 (EPSG:4326)',
    );
    expect(problem({ type: "Point", coordinates: [-361, 0] })).toMatch(/is expected$/);
  });

  it("other bytes than UTF-8, and nesting without end", () => {
    expect(problemWithGeoJson(Buffer.from('{"type":"Point","coordinates":[8,52],"name":"Straße"}', "latin1"))).toBe(
      "it is not GeoJSON in UTF-8",
    );
    expect(problemWithGeoJson(Buffer.from("<gml/>"))).toBe("it is not JSON");
    const open = '{"type":"GeometryCollection","geometries":[';
    const nested = `${open.repeat(50_000)}${"]}".repeat(50_000)}`;
    expect(problemWithGeoJson(Buffer.from(nested))).toContain("collections lie within one another more than 100 deep");
    expect(problemWithGeoJson(Buffer.from(`${"[".repeat(100_000)}${"]".repeat(100_000)}`))).toContain("found a list");
  });
});
