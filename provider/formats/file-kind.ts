import { isAlignment } from "./hale";
import { hsdNamespace } from "./hsd";
import { rootOf } from "./xml";

/** What a file is. */
export type FileKind = keyof typeof kinds;

/** What people call it. */
const kinds = {
  xsd: "an XML Schema (XSD)",
  hsd: "a hale schema",
  shapefile: "a Shapefile (.shp)",
  table: "a dBASE table (.dbf)",
  haleProject: "a hale project (.halex)",
  haleArchive: "a hale project archive (.halez)",
  alignment: "an alignment",
  style: "a style (SLD)",
  serviceError: "an error message of a web service",
  gml: "GML",
  html: "a web page (HTML)",
  xml: "another XML document",
  geojson: "GeoJSON",
  json: "another JSON document",
  geopackage: "a GeoPackage",
  sqlite: "an SQLite database",
  tiff: "a TIFF image",
  png: "a PNG image",
  jpeg: "a JPEG image",
  pdf: "a PDF document",
  gzip: "a file packed with gzip",
  zip: "a ZIP archive",
  empty: "empty",
  text: "plain text",
  unknown: "a file of an unknown kind",
} as const;

/** Bytes of the beginning by which a file is told. */
export const tellingBytes = 64 * 1024;

/** What a file is, by the beginning of its bytes, and by its name where bytes do not tell. */
export function kindOfFile(name: string, head: Uint8Array): FileKind {
  if (head.length === 0) {
    return "empty";
  }
  const byMagic = magic.find(([bytes, at = 0]) => bytes.every((byte, index) => head[at + index] === byte));
  if (byMagic !== undefined) {
    return byMagic[2](name, head);
  }
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 512)).toString("utf8");
  if (/^\uFEFF?\s*<(?:!doctype html|html)/i.test(text)) {
    return "html";
  }
  const root = rootOf(head);
  if (root !== undefined) {
    return kindOfRoot(root);
  }
  if (/^\uFEFF?\s*[[{]/.test(text)) {
    return kindOfJson(name, head);
  }
  return text.includes("\0") || text.includes("\uFFFD") ? "unknown" : "text";
}

type Magic = readonly [
  bytes: readonly number[],
  at: number | undefined,
  kind: (name: string, head: Uint8Array) => FileKind,
];

const ascii = (text: string): number[] => [...Buffer.from(text, "latin1")];

const magic: readonly Magic[] = [
  [[0, 0, 0x27, 0x0a], undefined, () => "shapefile"],
  [ascii("PK\u0003\u0004"), undefined, (name) => (/\.(?:halez|hale)$/i.test(name) ? "haleArchive" : "zip")],
  [ascii("PK\u0005\u0006"), undefined, () => "zip"],
  [ascii("SQLite format 3\0"), undefined, kindOfDatabase],
  [ascii("II*\0"), undefined, () => "tiff"],
  [ascii("MM\0*"), undefined, () => "tiff"],
  [[0x89, ...ascii("PNG")], undefined, () => "png"],
  [[0xff, 0xd8, 0xff], undefined, () => "jpeg"],
  [ascii("%PDF-"), undefined, () => "pdf"],
  [[0x1f, 0x8b], undefined, () => "gzip"],
  ...[0x03, 0x30, 0x83, 0x8b].map((byte): Magic => [
    [byte],
    undefined,
    (name) => (/\.dbf$/i.test(name) ? "table" : "unknown"),
  ]),
];

/** A GeoPackage is an SQLite database with its name in the header. */
function kindOfDatabase(name: string, head: Uint8Array): FileKind {
  const application = Buffer.from(head.subarray(68, 72)).toString("latin1");
  return /^GP/.test(application) || /\.gpkg$/i.test(name) ? "geopackage" : "sqlite";
}

function kindOfRoot({ name, namespace }: { readonly name: string; readonly namespace: string }): FileKind {
  if (namespace === "http://www.w3.org/2001/XMLSchema") {
    return "xsd";
  }
  if (name === "hale-project") {
    return "haleProject";
  }
  if (isAlignment({ name, namespace })) {
    return "alignment";
  }
  if (/^(?:ServiceException|Exception)Report$/.test(name)) {
    return "serviceError";
  }
  const byNamespace: Readonly<Record<string, FileKind>> = {
    [hsdNamespace]: "hsd",
    "http://www.opengis.net/sld": "style",
    "http://www.w3.org/1999/xhtml": "html",
  };
  const isGml =
    namespace.startsWith("http://www.opengis.net/gml") || namespace.startsWith("http://www.opengis.net/wfs");
  return byNamespace[namespace] ?? (isGml ? "gml" : "xml");
}

function kindOfJson(name: string, head: Uint8Array): FileKind {
  const beginning = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, tellingBytes)).toString("utf8");
  if (/\.(?:hsd|hsd\.json|json\.hsd|haleschema)$/i.test(name) || /"typeIndex"\s*:/.test(beginning)) {
    return "hsd";
  }
  return /"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon))"/.test(
    beginning,
  )
    ? "geojson"
    : "json";
}

/** «a hale project (.halex)» */
export function describeKind(kind: FileKind): string {
  return kinds[kind];
}
