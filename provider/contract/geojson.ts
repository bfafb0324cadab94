/**
 * GeoJSON as RFC 7946 has it. Only what that calls an error is one: what it says that a member is, and its MUST and
 * MUST NOT. A bounding box is never needed, so a wrong one is a remark; positions may have any number of dimensions,
 * coordinates may be empty, a feature may have no geometry, and members that the RFC does not know are passed over.
 */
export interface Reading {
  readonly problem?: string;
  readonly remarks: readonly string[];
}

type Path = readonly (string | number)[];
type JsonObject = Readonly<Record<string, unknown>>;

interface Fault {
  readonly at: Path;
  readonly message: string;
}

type Check = (value: unknown, seen: Seen) => Fault | undefined;

/** What was met on the way through a document. */
interface Seen {
  positions: number;
  /** Positions beyond the 180th meridian, as of a geometry that crosses it: the RFC advises to cut that in two. */
  beyond: number;
  /** Collections that are open around this place. */
  depth: number;
  wrongBoxes: number;
}

/** More than that is no longitude in degrees. */
const FULL_CIRCLE = 360;

/** Collections within collections; the RFC advises against a single one. */
const deepest = 100;

export function readGeoJson(document: unknown): Reading {
  const seen: Seen = { positions: 0, beyond: 0, depth: 0, wrongBoxes: 0 };
  const fault = anyObject(document, seen);
  if (fault !== undefined) {
    return { problem: `${inWords(fault)}${fault instanceof Outside ? saidSystem(document) : ""}`, remarks: [] };
  }
  return {
    remarks: [
      ...(seen.positions === 0 ? ["it has no position, so it shows no place"] : []),
      ...(seen.beyond === 0
        ? []
        : ["it goes beyond the longitude of 180 degrees, where RFC 7946 advises to cut a geometry in two"]),
      ...(seen.wrongBoxes === 0
        ? []
        : ["a `bbox` in it is no list of numbers with two for each dimension; nothing here needs it"]),
    ],
  };
}

function inWords(fault: Fault): string {
  if (fault instanceof Outside) {
    return `the position ${JSON.stringify(fault.position)} at ${placeOf(fault.at)} ${fault.message}`;
  }
  return `it is not GeoJSON${fault.at.length === 0 ? "" : ` at ${placeOf(fault.at)}`}: ${fault.message}`;
}

/** `features[2].geometry.coordinates[0][3]` */
function placeOf(at: Path): string {
  return at
    .map((step, index) => (typeof step === "number" ? `[${String(step)}]` : `${index === 0 ? "" : "."}${step}`))
    .join("");
}

class Outside implements Fault {
  readonly message =
    "lies outside of WGS 84: a longitude from -180 to 180, then a latitude from -90 to 90, is expected";

  constructor(
    readonly at: Path,
    readonly position: readonly unknown[],
  ) {}

  below(step: string | number): Outside {
    return new Outside([step, ...this.at], this.position);
  }
}

/** The member of the format before the RFC, which writers still add. */
function saidSystem(document: unknown): string {
  const { crs } = document as { readonly crs?: { readonly properties?: { readonly name?: unknown } } };
  const name = crs?.properties?.name;
  return typeof name === "string" ? `; its \`crs\` is ${JSON.stringify(name)}, so save it in WGS 84 (EPSG:4326)` : "";
}

const fault = (message: string): Fault => ({ at: [], message });

function below(step: string | number, found: Fault | undefined): Fault | undefined {
  if (found === undefined) {
    return undefined;
  }
  return found instanceof Outside ? found.below(step) : { at: [step, ...found.at], message: found.message };
}

function firstOf(checks: readonly (() => Fault | undefined)[]): Fault | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function anyObject(value: unknown, seen: Seen): Fault | undefined {
  const type = typeIn(value);
  if (type === "Feature") {
    return feature(value, seen);
  }
  return type === "FeatureCollection" ? features(value, seen) : geometry(value, seen, "a GeoJSON object");
}

function features(value: unknown, seen: Seen): Fault | undefined {
  return typed(value, seen, ["coordinates", "geometries", "geometry", "properties"], (object) =>
    member(object, "features", (inside) => listOf(feature)(inside, seen)),
  );
}

function feature(value: unknown, seen: Seen): Fault | undefined {
  if (typeIn(value) !== "Feature") {
    return typeFault(value, "a Feature", ["Feature"]);
  }
  return typed(value, seen, ["coordinates", "geometries", "features"], (object) =>
    firstOf([
      () => member(object, "geometry", (it) => (it === null ? undefined : geometry(it, seen, "a geometry or null"))),
      () =>
        member(object, "properties", (it) =>
          it === null || isObject(it) ? undefined : expected("an object or null", it),
        ),
    ]),
  );
}

function geometry(value: unknown, seen: Seen, what = "a geometry"): Fault | undefined {
  const type = typeIn(value);
  const coordinates = type === undefined ? undefined : shapes.get(type);
  if (type !== "GeometryCollection" && coordinates === undefined) {
    const known = [...shapes.keys(), "GeometryCollection"];
    return typeFault(value, what, what === "a GeoJSON object" ? [...known, "Feature", "FeatureCollection"] : known);
  }
  return typed(value, seen, ["geometry", "properties", "features"], (object) =>
    coordinates === undefined
      ? member(object, "geometries", (inside) => collection(inside, seen))
      : // Whatever the type, an empty list is a geometry without a place.
        member(object, "coordinates", (inside) => (isEmpty(inside) ? undefined : coordinates(inside, seen))),
  );
}

function collection(value: unknown, seen: Seen): Fault | undefined {
  if (seen.depth >= deepest) {
    return fault(`collections lie within one another more than ${String(deepest)} deep`);
  }
  seen.depth += 1;
  const found = listOf((inside) => geometry(inside, seen))(value, seen);
  seen.depth -= 1;
  return found;
}

function position(value: unknown, seen: Seen): Fault | undefined {
  if (!Array.isArray(value)) {
    return expected("a position, which is a list of numbers", value);
  }
  if (value.length < 2) {
    return fault(`a position has two or more numbers, and this one has ${String(value.length)}`);
  }
  const other = value.findIndex((it) => typeof it !== "number");
  if (other !== -1) {
    return below(other, expected("a number", value[other]));
  }
  seen.positions += 1;
  const [longitude = 0, latitude = 0] = value as readonly number[];
  seen.beyond += Math.abs(longitude) > 180 ? 1 : 0;
  return Math.abs(longitude) > FULL_CIRCLE || Math.abs(latitude) > 90 ? new Outside([], value) : undefined;
}

function line(value: unknown, seen: Seen): Fault | undefined {
  return isEmpty(value) ? undefined : (atLeast(2, "a line")(value) ?? listOf(position)(value, seen));
}

function ring(value: unknown, seen: Seen): Fault | undefined {
  return firstOf([
    () => atLeast(4, "a ring")(value),
    () => listOf(position)(value, seen),
    () => {
      const positions = value as readonly (readonly number[])[];
      const [first, last] = [positions[0] ?? [], positions.at(-1) ?? []];
      const isClosed = first.length === last.length && first.every((it, index) => it === last[index]);
      return isClosed
        ? undefined
        : below(
            positions.length - 1,
            fault("a ring ends with the position with which it begins, and this one does not"),
          );
    },
  ]);
}

function polygon(value: unknown, seen: Seen): Fault | undefined {
  return listOf(ring)(value, seen);
}

/** What `coordinates` are, by the type of the geometry. */
const shapes: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["Point", position],
  ["MultiPoint", listOf(position)],
  ["LineString", line],
  ["MultiLineString", listOf(line)],
  ["Polygon", polygon],
  ["MultiPolygon", listOf(polygon)],
]);

function listOf(check: Check): Check {
  return (value, seen) => {
    if (!Array.isArray(value)) {
      return expected("a list", value);
    }
    for (const [index, item] of value.entries()) {
      const found = check(item, seen);
      if (found !== undefined) {
        return below(index, found);
      }
    }
    return undefined;
  };
}

function atLeast(count: number, what: string) {
  return (value: unknown): Fault | undefined =>
    Array.isArray(value) && value.length < count
      ? fault(`${what} has ${String(count)} or more positions, and this one has ${String(value.length)}`)
      : undefined;
}

/** An object whose `type` is right: without the members that would make it another one. */
function typed(
  value: unknown,
  seen: Seen,
  others: readonly string[],
  check: (object: JsonObject) => Fault | undefined,
): Fault | undefined {
  const object = value as JsonObject;
  const other = others.find((name) => Object.hasOwn(object, name));
  if (other !== undefined) {
    return below(other, fault(`a ${String(object["type"])} must not have this member`));
  }
  if (Object.hasOwn(object, "bbox") && !isBox(object["bbox"])) {
    seen.wrongBoxes += 1;
  }
  return check(object);
}

function member(object: JsonObject, name: string, check: (value: unknown) => Fault | undefined): Fault | undefined {
  return Object.hasOwn(object, name)
    ? below(name, check(object[name]))
    : fault(`a ${String(object["type"])} has the member \`${name}\`, and this one has not`);
}

/** West may be greater than east, across the antimeridian, and what is rounded lies within what it bounds. */
function isBox(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 4 && value.length % 2 === 0 && value.every(Number.isFinite);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function typeIn(value: unknown): string | undefined {
  const type = isObject(value) ? value["type"] : undefined;
  return typeof type === "string" ? type : undefined;
}

function typeFault(value: unknown, what: string, types: readonly string[]): Fault | undefined {
  return isObject(value)
    ? below("type", fault(`${what} is expected, whose type is ${types.join(", ")}; found ${shown(value["type"])}`))
    : expected(what, value);
}

function expected(what: string, found: unknown): Fault {
  return fault(`expected ${what}, found ${shown(found)}`);
}

/** What it is, never the whole of it. */
function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return "a list";
  }
  if (isObject(value)) {
    return "an object";
  }
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 40);
}
