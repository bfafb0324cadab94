import { TextDecoder } from "node:util";
import { readGeoJson, type Reading } from "./geojson";

/** What is wrong with the bytes of a geometry, which are to be GeoJSON (RFC 7946), if anything. */
export function problemWithGeoJson(content: Uint8Array): string | undefined {
  return judgeGeoJson(content).problem;
}

/** The same, with what is odd and keeps nobody from taking it. */
export function judgeGeoJson(content: Uint8Array): Reading {
  const text = textOf(content);
  if (text === undefined) {
    return { problem: "it is not GeoJSON in UTF-8", remarks: [] };
  }
  const parsed = parse(text);
  return parsed === undefined ? { problem: "it is not JSON", remarks: [] } : readGeoJson(parsed.value);
}

/** Some editors put a byte order mark first, which the decoder leaves out. */
function textOf(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
