import { stripVTControlCharacters } from "node:util";

/** Behind the sentence that says what went wrong, Node lists where in its loader it was. */
const TRACE = /^\s+at |^Require stack:/;

/** What Pulumi or the program said, on one line, without colours and without a trace. */
export function saidOnOneLine(message: string): string {
  const lines = stripVTControlCharacters(message).trim().split(/\r?\n/);
  const end = lines.findIndex((line) => TRACE.test(line));
  return lines
    .slice(0, end < 1 ? lines.length : end)
    .join(" ")
    .replace(/^(error|warning): /, "")
    .replace(/\s+/g, " ")
    .trim();
}
