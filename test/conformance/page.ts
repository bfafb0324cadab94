import fs from "node:fs";
import path from "node:path";
import type { Kind } from "../../provider/kinds";
import type { Verdict } from "./row";
import { withRow } from "./row-in-page";
import { rows } from "./rows";
import { specimens } from "./specimens";

const file = path.resolve(__dirname, "..", "..", "docs", "conformance.md");

/** Verdicts by `<kind> <row>`. */
export type Verdicts = ReadonlyMap<string, Verdict>;

/** The page of all kinds: one line each, a column for each row, and what an object costs. */
export function conformancePage(verdicts: Verdicts): string {
  const reasons = [...new Set([...verdicts.values()].flatMap((it) => (it === "holds" ? [] : [it.doesNotApply])))];
  const cell = (kind: Kind, row: string): string => {
    const verdict = verdicts.get(`${kind.name} ${row}`);
    return verdict === undefined
      ? ""
      : verdict === "holds"
        ? "✓"
        : `–<sup>${reasons.indexOf(verdict.doesNotApply) + 1}</sup>`;
  };
  const lines = specimens.map(({ kind }) => [kind.name, ...rows.map((row) => cell(kind, row.name)), callsOf(kind)]);
  const table = [
    ["kind", ...rows.map(({ name }) => name), "calls per object"],
    lines[0]?.map(() => "---") ?? [],
    ...lines,
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
  return `<!-- Printed by \`npm run conformance\`, and compared by \`npm test\`. -->

# Conformance

Every kind passes through the same rows, against the embedded hale»connect, in the process in which Pulumi runs it. A ✓
says that the row holds. A – says that it does not apply, for the reason below. A kind with a deliberate defect fails each
row.

${table}

${reasons.map((reason, index) => `<sup>${index + 1}</sup> ${reason}.`).join(" ")}

Calls per object are requests besides the one login of a process, the pages of lists that all objects share, and a look at
the object before it is changed or deleted (one by one for the first three objects, then in a list). An update sends only
those of its calls that change something.

## The rows

${rows.map(({ name, meaning }) => `- **${name}**: ${meaning}`).join("\n")}
`;
}

export function writePage(text: string): void {
  fs.writeFileSync(file, text);
}

export function currentPage(): string {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}

/** Writes the line of the kind that `npm run test:kind` is about, where all of its rows were tried. */
export function writeRowThatWasAskedFor(verdicts: Verdicts): void {
  const name = process.env["HALECONNECT_WRITE_ROW"];
  const kind = specimens.find((specimen) => specimen.kind.name === name)?.kind;
  if (kind !== undefined && rows.every((row) => verdicts.has(`${kind.name} ${row.name}`))) {
    const all = specimens.map((specimen) => specimen.kind.name);
    writePage(withRow(currentPage(), { name: kind.name, verdicts, calls: callsOf(kind) }, all));
  }
}

function callsOf({ calls }: Kind): string {
  const { create, update, delete: remove } = calls;
  return `create ${create.length}, update ${update.length > 1 ? `up to ${update.length}` : update.length}, delete ${remove.length}`;
}
