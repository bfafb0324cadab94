/** Whether a text is what a pattern stands for: `*` stands for any characters, `\*` for an asterisk, `\\` for a backslash. */
export function matches(pattern: string, text: string): boolean {
  const [first = "", ...rest] = partsOf(pattern);
  if (rest.length === 0) {
    return text === first;
  }
  const last = rest.pop() ?? "";
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) {
    return false;
  }
  // Without backtracking over other characters: each part has to come after the one before.
  let at = first.length;
  return rest.every((part) => {
    const found = text.slice(0, text.length - last.length).indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

/** The pattern that stands for just this text. */
export function patternOf(text: string): string {
  return text.replace(/[\\*]/g, "\\$&");
}

function partsOf(pattern: string): string[] {
  const parts = [""];
  for (const [sign] of pattern.matchAll(/\\[\\*]|[^]/g)) {
    if (sign === "*") {
      parts.push("");
    } else {
      parts.push(`${parts.pop() ?? ""}${sign.length > 1 ? sign.slice(1) : sign}`);
    }
  }
  return parts;
}
