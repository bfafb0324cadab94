/** What is wrong with the text of a geometry, which is to be GeoJSON (RFC 7946), if anything. */
export function problemWithGeoJson(text: string): string | undefined {
  // Some editors put a byte order mark first, which is no JSON.
  const parsed = parse(text.replace(/^\uFEFF/, ""));
  if (parsed === undefined) {
    return "it is not JSON";
  }
  const problem = problemWithForm(parsed);
  if (problem !== undefined) {
    return problem;
  }
  if (!hasPosition(parsed)) {
    return "it is GeoJSON without a single position";
  }
  const outside = firstOutside(parsed);
  return outside === undefined
    ? undefined
    : `the position ${JSON.stringify(outside)} lies outside of WGS 84: a longitude from -180 to 180, then a latitude from -90 to 90, is expected`;
}

function problemWithForm(parsed: unknown): string | undefined {
  try {
    const [issue] = geoJson().safeParse(parsed).error?.issues ?? [];
    const place = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.map(String).join(".")}`;
    return issue === undefined ? undefined : `it is not GeoJSON${place}: ${issue.message}`;
  } catch {
    // Its checks of a ring fail on one that is empty, and on what is nested without end.
    return "it is not GeoJSON";
  }
}

let form: ReturnType<typeof formOfGeoJson> | undefined;

/** Made when there is a geometry: it consists of many types. */
function geoJson() {
  return (form ??= formOfGeoJson());
}

/** A feature need not have a place: its `geometry` is null then (RFC 7946, 3.2). */
function formOfGeoJson() {
  const { GeoJSONGenericSchema, GeoJSONGeometrySchema, GeoJSONPositionSchema, GeoJSONPropertiesSchema } =
    require("zod-geojson") as typeof import("zod-geojson");
  return GeoJSONGenericSchema(
    GeoJSONPositionSchema,
    GeoJSONPropertiesSchema.nullable(),
    GeoJSONGeometrySchema.nullable(),
  );
}

function hasPosition(parsed: unknown): boolean {
  return /"coordinates":\[+-?\d/.test(JSON.stringify(parsed));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The first position that is none in WGS 84; GeoJSON has no other reference system. */
function firstOutside(node: unknown, isInCoordinates = false): readonly number[] | undefined {
  if (Array.isArray(node)) {
    if (isInCoordinates && typeof node[0] === "number") {
      const [longitude, latitude] = node as number[];
      return Math.abs(longitude ?? 0) > 180 || Math.abs(latitude ?? 0) > 90 ? (node as number[]) : undefined;
    }
    return firstOf(node, (inside) => firstOutside(inside, isInCoordinates));
  }
  if (typeof node !== "object" || node === null) {
    return undefined;
  }
  const places = Object.entries(node).filter(([name]) =>
    ["coordinates", "geometry", "geometries", "features"].includes(name),
  );
  return firstOf(places, ([name, inside]) => firstOutside(inside, name === "coordinates"));
}

function firstOf<T, R>(list: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
