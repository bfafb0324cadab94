import type { CsvValue } from "../../formats/csv";

/** Columns that are as wide as what they hold; numbers stand at the right. */
export function tableText(headings: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const shown = rows.map((row) => row.map(inOneLine));
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...shown.map((row) => (row[column] ?? "").length)),
  );
  const isNumber = headings.map((_, column) => rows.some((row) => typeof row[column] === "number"));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        isNumber[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [line(headings), ...shown.map(line)].join("\n");
}

/** Names come from people: a control character would do something to the terminal. */
function inOneLine(value: CsvValue): string {
  return String(value ?? "").replace(/\p{Cc}+/gu, " ");
}
