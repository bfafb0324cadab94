/** Control characters, in a form that Java, Python, Go and Ruby read as ECMAScript does. */
const controls = String.raw`\x00-\x1f\x7f-\x9f`;

/**
 * The pattern as Swagger 2.0 takes it: a regular expression of ECMA 262 without flags. undefined: there is none that
 * matches the same.
 */
export function portablePattern({ source, flags }: RegExp): string | undefined {
  // They change what the same source matches.
  if (/[imsvy]/.test(flags)) {
    return undefined;
  }
  let isInClass = false;
  let portable = "";
  for (const [part] of source.matchAll(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\k<|\\[^]|\(\?<|[^]/gu)) {
    if (part === String.raw`\p{Cc}`) {
      portable += isInClass ? controls : `[${controls}]`;
      continue;
    }
    if (needsFlag.test(part) || part === "(?<" || (part.codePointAt(0) ?? 0) > 0xffff) {
      return undefined;
    }
    isInClass = part === "[" || (isInClass && part !== "]");
    portable += part;
  }
  return portable;
}

/** Read otherwise, or not at all, without the flag u: properties, code points, named groups. */
const needsFlag = /^\\(p|P|u\{|k<)/;
