import fs from "node:fs";
import path from "node:path";

/** What a command printed, without what differs from run to run, as the pages of docs/ show it. */
export function settled(output: string): string {
  return output
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, "http://127.0.0.1:8620")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "abe0849a-5110-43a5-81e4-5880fce3f398")
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, "2026-11-27 02:30 UTC");
}

/** The outputs that a page of docs/ shows, in its order. */
export function outputsOn(page: string): readonly string[] {
  const text = fs.readFileSync(path.resolve(__dirname, "..", "..", "docs", page), "utf8");
  return [...text.matchAll(/^```text\n([^]*?)^```$/gm)].map(([, output = ""]) => output);
}
