let known: ReadonlySet<string> | undefined;

/** From `qaa` to `qtz`: kept free by ISO 639-2 for languages that it does not have. */
const local = /^q[a-t][a-z]$/;

/** The codes of ISO 639-2, of both of its sets, and those for local use; loaded when there is a language to look at. */
export function isLanguage(code: string): boolean {
  if (known === undefined) {
    const { iso6392 } = require("iso-639-2") as typeof import("iso-639-2");
    known = new Set(iso6392.flatMap(({ iso6392B, iso6392T }) => [iso6392B, iso6392T ?? iso6392B]));
  }
  return known.has(code) || local.test(code);
}
