import type { Colours } from "../../terminal";
import type { OperationVerdict, SeenDifference } from "./judge";
import type { RecordingVerdict } from "./read";

/** For people: one line for each operation, with its differences below it. */
export function textOf(verdict: RecordingVerdict, colours: Colours): string {
  const width = Math.max(...verdict.operations.map(({ operation }) => operation.length));
  return [
    ...verdict.operations.flatMap((operation) => linesOf(operation, width, colours)),
    summaryOf(verdict),
    ...remarksOn(verdict),
  ].join("\n");
}

function linesOf(
  { operation, seen, statuses, verdict, differences, proves }: OperationVerdict,
  width: number,
  colours: Colours,
): string[] {
  const word = {
    agrees: colours.green("agrees   "),
    differs: colours.red("differs  "),
    notKnown: colours.yellow("not known"),
  }[verdict];
  const by = Object.entries(statuses).map(([status, times]) => `${status}: ${times}`);
  const proof = proves.map(({ aspect, from }) => `${aspect} (${from})`).join(" and ");
  const line = `${word}  ${operation.padEnd(width)}  seen ${counted(seen, "time")} (${by.join(", ")})`;
  return [
    proof === "" ? line : `${line}; makes certain: ${proof}`,
    ...differences.map((difference) => `             ${describeDifference(difference)}`),
  ];
}

const problems = {
  missing: "missing",
  otherType: "other type",
  otherValue: "other value",
  unknown: "unknown",
} as const;

function describeDifference({ field, problem, expected, found, times }: SeenDifference): string {
  const place = field === "" || field.endsWith(") ") ? `${field}the answer itself` : field;
  const wanted = expected === undefined ? "" : `, expected ${expected}`;
  const seen = found === undefined ? "" : `, found ${found}`;
  return `${place}: ${problems[problem]}${wanted}${seen} (${counted(times, "time")})`;
}

function summaryOf({ agrees, calls, operations }: RecordingVerdict): string {
  const count = `${counted(calls, "call")} of ${counted(operations.length, "operation")}`;
  return `${count}: ${agrees ? "all answers agree with the models" : "some answers differ from the models"}.`;
}

function remarksOn({ ofEmulator, translated, unreadableLines }: RecordingVerdict): string[] {
  return [
    ...(ofEmulator === 0
      ? []
      : [`${counted(ofEmulator, "call")} went to an embedded hale»connect, which proves nothing of a platform.`]),
    ...(translated === 0 ? [] : [`${counted(translated, "call")} went through a contract file, and prove nothing.`]),
    ...(unreadableLines === 0 ? [] : [`${counted(unreadableLines, "line")} could not be read, and do not count.`]),
  ];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
