let known: ReadonlySet<string> | undefined;

/** The codes of ISO 639-2, of both of its sets; loaded when there is a language to look at. */
export function isLanguage(code: string): boolean {
  if (known === undefined) {
    const { iso6392 } = require("iso-639-2") as typeof import("iso-639-2");
    known = new Set(iso6392.flatMap(({ iso6392B, iso6392T }) => [iso6392B, iso6392T ?? iso6392B]));
  }
  return known.has(code);
}
