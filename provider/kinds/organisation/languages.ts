let known: ReadonlySet<string> | undefined;

/** From `qaa` to `qtz`: ISO 639-2 keeps these codes free for languages that it does not list. */
const local = /^q[a-t][a-z]$/;

/** Whether a code is in one of the two sets of ISO 639-2, or is for local use. The sets are loaded at the first call. */
export function isLanguage(code: string): boolean {
  if (known === undefined) {
    const { iso6392 } = require("iso-639-2") as typeof import("iso-639-2");
    known = new Set(iso6392.flatMap(({ iso6392B, iso6392T }) => [iso6392B, iso6392T ?? iso6392B]));
  }
  return known.has(code) || local.test(code);
}
