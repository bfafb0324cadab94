import { exitCodes } from "../exit-codes";
import type { Colours } from "../terminal";
import type { NamedFinding } from "./examine";
import type { Status } from "./finding";

const WIDTH = { status: 9, name: 16 } as const;

/** One line, and one more below it with what to do. */
export function lineOf({ status, name, says, remedy }: NamedFinding, colours: Colours): string {
  const colour = { ok: colours.green, warning: colours.yellow, error: colours.red, skipped: colours.dim }[status];
  const line = `${colour(status.padEnd(WIDTH.status))}${name.padEnd(WIDTH.name)}${says}`;
  const indent = " ".repeat(WIDTH.status + WIDTH.name);
  return remedy === undefined ? line : `${line}\n${indent}${colours.dim("next:")} ${remedy}`;
}

export function summaryOf(findings: readonly NamedFinding[]): string {
  const count = (status: Status): number => findings.filter((finding) => finding.status === status).length;
  const [errors, warnings, skipped] = [count("error"), count("warning"), count("skipped")];
  const tail = skipped === 0 ? "" : ` ${counted(skipped, "check")} skipped.`;
  return `${counted(errors, "error")}, ${counted(warnings, "warning")}.${tail}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** The first error decides, since the later ones may follow from it. */
export function exitOf(findings: readonly NamedFinding[]): number {
  const first = findings.find(({ status }) => status === "error");
  return first === undefined ? exitCodes.inSync : exitCodes[first.exit ?? "failure"];
}
