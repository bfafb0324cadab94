/**
 * CSV as RFC 4180 has it: commas, quotes around what needs them, lines that end with CR LF. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it: names come from people.
 */
export function csvText(headings: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [headings, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export type CsvValue = string | number | undefined;

function cell(value: CsvValue): string {
  if (value === undefined || typeof value === "number") {
    return String(value ?? "");
  }
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
