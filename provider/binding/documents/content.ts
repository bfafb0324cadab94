import type { ApiType } from "./model";

/** Schema for each media type that a body or an answer may have. */
export type Content = ReadonlyMap<string, unknown>;

export function isJson(media: string): boolean {
  return /^application\/(?:.+\+)?json$/.test(bare(media)) || ["*/*", "application/*"].includes(bare(media));
}

export function isText(media: string): boolean {
  return bare(media) === "text/plain";
}

export function isMultipart(media: string): boolean {
  return bare(media) === "multipart/form-data";
}

/** Not a file, and not what else is known here: a form in the address's spelling, or XML. */
export function isOtherForm(media: string): boolean {
  return /^application\/x-www-form-urlencoded$|^(?:application|text)\/(?:.+\+)?xml$|^multipart\//.test(bare(media));
}

/** `application/json; charset=UTF-8` → `application/json` */
function bare(media: string): string {
  return (media.slice(0, 200).split(";")[0] ?? "").trim().toLowerCase();
}

/** The first of the media types that `is` holds for. */
export function firstOf(content: Content, is: (media: string) => boolean): readonly [string, unknown] | undefined {
  return [...content].find(([media]) => is(media));
}

/** An object or a list can be read field by field, whatever it travels as. */
export function isStructured(type: ApiType): boolean {
  return type === "object" || type === "array";
}
