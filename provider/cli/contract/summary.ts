import type { Binding, ContractFile } from "../../binding/file/model";
import type { PullChanges } from "../../binding/pulling/merge";
import { NOT_BOUND } from "../../binding/pulling/choosing";
import { allOperations, isWrite } from "../../contract";
import type { Colours } from "../terminal";

/** What came of a pull, for machines; keys of the provider's operations, in the order of the contract. */
export interface PullSummary {
  readonly file: string;
  readonly documents: ContractFile["documents"];
  /** The server has them as the provider has them. */
  readonly same: readonly string[];
  /** A person has compared them. */
  readonly confirmed: readonly string[];
  /** Likely matches that wait for a person. */
  readonly matched: readonly string[];
  readonly ambiguous: readonly string[];
  /** A person has chosen for them, and the choice cannot be followed: why not, by key. */
  readonly notBound: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  /** Since the last pull. */
  readonly changes?: PullChanges;
}

export function summaryOf(file: string, content: ContractFile, changes: PullChanges | undefined): PullSummary {
  const keys = (state: State): string[] =>
    Object.entries(content.operations).flatMap(([key, binding]) => (stateOf(binding) === state ? [key] : []));
  return {
    file,
    documents: content.documents,
    same: keys("same"),
    confirmed: keys("confirmed"),
    matched: keys("matched"),
    ambiguous: keys("ambiguous"),
    notBound: Object.fromEntries(keys("notBound").map((key) => [key, reasonIn(content.operations[key])])),
    missing: keys("missing"),
    ...(changes === undefined ? {} : { changes }),
  };
}

function reasonIn({ remarks = [] }: Binding = {}): string {
  return remarks.find((it) => it.startsWith(NOT_BOUND))?.slice(NOT_BOUND.length) ?? "pull again.";
}

type State = "same" | "confirmed" | "matched" | "ambiguous" | "notBound" | "missing";

function stateOf({ same, confirmed, candidates, chosen, missing }: Binding): State {
  if (missing === true) {
    return "missing";
  }
  if (same === true) {
    return "same";
  }
  if (chosen !== undefined) {
    return "notBound";
  }
  return confirmed === true ? "confirmed" : candidates === undefined ? "matched" : "ambiguous";
}

/** The same for people. */
export function described(summary: PullSummary, colours: Colours): string {
  const { bold } = colours;
  return [
    ...documentLines(summary.documents, colours),
    "",
    bold(`Operations of the provider: ${allOperations.length}`),
    ...countLines(summary),
    ...changeLines(summary, colours),
    "",
    `Written: ${summary.file}`,
    ...nextLines(summary),
  ].join("\n");
}

function documentLines(documents: PullSummary["documents"], { bold, yellow }: Colours): readonly string[] {
  const entries = Object.entries(documents);
  const read = entries.filter(([, { problem }]) => problem === undefined).map(([name]) => name);
  const broken = entries.flatMap(([name, { problem }]) =>
    problem === undefined ? [] : [`  ${yellow("not read")}  ${name}: ${problem}`],
  );
  return [bold(`Documents: ${read.length === 0 ? "none" : read.join(", ")}`), ...broken];
}

function countLines({ same, confirmed, matched, ambiguous, notBound, missing }: PullSummary): readonly string[] {
  const line = (keys: readonly string[], text: string): string[] =>
    keys.length === 0 ? [] : [`  ${String(keys.length).padStart(4)}  ${text}`];
  return [
    ...line(same, "are the same on the server"),
    ...line(confirmed, "are confirmed"),
    ...line(matched, "are matched, and wait for somebody to confirm them"),
    ...line(ambiguous, "have candidates, but no clear match"),
    ...line(Object.keys(notBound), "are chosen, and not bound:"),
    ...Object.entries(notBound).map(([key, why]) => `        ${key}: ${why}`),
    ...line(missing, "are missing"),
  ];
}

function changeLines({ changes }: PullSummary, { bold }: Colours): readonly string[] {
  if (changes === undefined) {
    return [];
  }
  const line = (text: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`  ${text}: ${names.join(", ")}`];
  const lines = [
    ...line("documents that changed", changes.documents),
    ...line("bound now", changes.added),
    ...line("no longer on the server", changes.removed),
    ...line("changed, so compare them again", changes.changed),
  ];
  return ["", bold("Since the last pull"), ...(lines.length === 0 ? ["  nothing changed"] : lines)];
}

/** So many names fit into a line or two. */
const MOST_NAMES = 12;

function nextLines({ matched, ambiguous }: PullSummary): readonly string[] {
  const writes = new Set(allOperations.filter(isWrite).map(({ key }) => key));
  const left = matched.filter((key) => writes.has(key));
  const more = left.length > MOST_NAMES ? ` and ${left.length - MOST_NAMES} more` : "";
  const confirm =
    left.length === 0
      ? []
      : [
          "Next: compare these writes with the server's documents, and write `confirmed: true` in the file:",
          `  ${left.slice(0, MOST_NAMES).join(", ")}${more}`,
        ];
  const choose =
    ambiguous.length === 0
      ? []
      : [
          `${left.length === 0 ? "Next" : "Then"}: for each operation that you need, write \`chosen: \` with one of its candidates, and pull again. This command gives the reasons for each candidate:`,
          `  haleconnect contract pull --explain ${ambiguous[0] ?? ""}`,
        ];
  return confirm.length + choose.length === 0 ? [] : ["", ...confirm, ...choose];
}
