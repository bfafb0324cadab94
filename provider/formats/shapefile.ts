import { decoded, tableEncoding, type TableEncoding } from "./code-page";
import { FormatError, type FileProblem } from "./file-problem";
import type { FeatureType, SchemaContent, SchemaProperty } from "./schema-content";

/** What a shape can be, by its number in the header. */
const shapes: Readonly<Record<number, string>> = {
  0: "Null",
  1: "Point",
  3: "PolyLine",
  5: "Polygon",
  8: "MultiPoint",
  11: "PointZ",
  13: "PolyLineZ",
  15: "PolygonZ",
  18: "MultiPointZ",
  21: "PointM",
  23: "PolyLineM",
  25: "PolygonM",
  28: "MultiPointM",
  31: "MultiPatch",
};

const headerLength = 100;
const magic = 9994;
const version = 1000;

/** The shape of all records, from the beginning of the .shp file; `bytes` is the length of the whole. */
export function shapeOf(head: Uint8Array, file: string, bytes: number): string {
  const refuse = (why: string) => new FormatError({ file, message: `it is no Shapefile: ${why}` });
  if (head.length < headerLength) {
    throw refuse(`its header has ${String(headerLength)} bytes, and the file ends after ${String(head.length)}`);
  }
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  if (view.getInt32(0) !== magic || view.getInt32(28, true) !== version) {
    throw refuse("its first bytes are not those of one");
  }
  const said = view.getInt32(24) * 2;
  if (said > bytes) {
    throw refuse(
      `by its header it has ${String(said)} bytes, and it has ${String(bytes)}: it was not copied as a whole`,
    );
  }
  const number = view.getInt32(32, true);
  const shape = shapes[number];
  if (shape === undefined) {
    throw refuse(`its header names the unknown shape ${String(number)}`);
  }
  return shape;
}

export interface DbfField {
  readonly name: string;
  /** One letter: C text, N number, F float, L yes or no, D date, M memo and others. */
  readonly type: string;
  readonly length: number;
  readonly decimals: number;
}

export interface DbfTable {
  readonly fields: readonly DbfField[];
  readonly problems: readonly FileProblem[];
}

/** The columns of the .dbf file that belongs to a .shp, from its beginning; `cpg` is what the file beside it says. */
export function dbfTable(head: Uint8Array, file: string, cpg?: string): DbfTable {
  const refuse = (why: string) => new FormatError({ file, message: `it is no dBASE table: ${why}` });
  if (head.length < 33) {
    throw refuse("it ends within its header");
  }
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  // dBASE III to 7, FoxPro; the rest of the byte says whether there are memos.
  if (![0x03, 0x04, 0x30, 0x31, 0x32, 0x83, 0x8b, 0xf5].includes(view.getUint8(0))) {
    throw refuse("its first byte is not that of one");
  }
  const length = view.getUint16(8, true);
  if (length < 33 || length > head.length) {
    throw refuse(`by its header the records begin at byte ${String(length)}, and it ends before that`);
  }
  const places: number[] = [];
  for (let at = 32; at + 32 <= length && view.getUint8(at) !== 0x0d; at += 32) {
    places.push(at);
  }
  if (places.length === 0) {
    throw refuse("it has no columns");
  }
  const { names, problem } = namesOf(
    places.map((at) => nameAt(view, at)),
    tableEncoding(cpg, view.getUint8(29)),
  );
  return {
    fields: places.map((at, index) => fieldAt(view, at, names[index] ?? "")),
    problems: problem === undefined ? [] : [{ file, message: problem, isRemark: true }],
  };
}

function nameAt(view: DataView, at: number): Uint8Array {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, 11);
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end === -1 ? 11 : end);
}

/** Names are in the table's code page; which one it is matters only where there is more than ASCII. */
function namesOf(
  bytes: readonly Uint8Array[],
  { name: encoding, unsure }: TableEncoding,
): { readonly names: readonly string[]; readonly problem?: string } {
  const latin = bytes.map((it) => Buffer.from(it).toString("latin1"));
  if (bytes.every((it) => it.every((byte) => byte < 0x80))) {
    return { names: latin };
  }
  const names = bytes.map((it) => decoded(it, encoding));
  // The last letter of a name may be cut in its middle.
  if (names.some((name) => name.slice(0, -1).includes("\uFFFD"))) {
    return { names: latin, problem: `its column names are not in the encoding ${encoding}, so they are ${asLatin}` };
  }
  return unsure === undefined ? { names } : { names, problem: `${unsure}, so its column names are ${as(encoding)}` };
}

const as = (encoding: string): string => (encoding === "iso88591" ? asLatin : `read as ${encoding}; ${remedy}`);
const remedy = "write the right one, such as UTF-8 or 1252, into a .cpg file of the same name";
const asLatin = `read as ISO 8859-1; ${remedy}`;

function fieldAt(view: DataView, at: number, name: string): DbfField {
  return {
    name,
    type: String.fromCharCode(view.getUint8(at + 11)),
    length: view.getUint8(at + 16),
    decimals: view.getUint8(at + 17),
  };
}

/** As hale studio names them: the geometry, and a Java type for each column. */
const types: Readonly<Record<string, string>> = {
  C: "java.lang.String",
  M: "java.lang.String",
  F: "java.lang.Double",
  B: "java.lang.Double",
  O: "java.lang.Double",
  I: "java.lang.Integer",
  L: "java.lang.Boolean",
  D: "java.util.Date",
  T: "java.util.Date",
  "@": "java.util.Date",
};

function javaType({ type, length, decimals }: DbfField): string {
  if (type === "N") {
    return decimals > 0 ? "java.lang.Double" : length > 9 ? "java.lang.Long" : "java.lang.Integer";
  }
  return types[type] ?? "java.lang.Object";
}

/** The one feature type of a Shapefile. Its namespace is that which hale studio gives it. */
export function shapefileContent(name: string, shape: string, { fields, problems }: DbfTable): SchemaContent {
  const namespace = "http://www.esdi-humboldt.eu/hale/shp";
  const property = (column: string, type: string): SchemaProperty => ({
    name: column,
    namespace,
    type,
    isAttribute: false,
    minOccurs: 0,
    maxOccurs: 1,
  });
  const properties = [property("the_geom", shape), ...fields.map((field) => property(field.name, javaType(field)))];
  const featureType: FeatureType = { name, namespace, isAbstract: false, isImported: false, properties };
  return {
    namespaces: [{ namespace, isTarget: true }],
    locations: [],
    featureTypes: [featureType],
    statistics: {
      types: 1,
      localTypes: 1,
      importedTypes: 0,
      inheritedTypes: 0,
      properties: properties.length,
      importedProperties: 0,
      inheritedProperties: 0,
      complexPropertyTypes: 1,
      simplePropertyTypes: fields.length,
      maxPropertyDepth: 1,
    },
    problems,
  };
}
