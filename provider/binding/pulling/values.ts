import type { ApiField } from "../documents";
import { matchValues } from "../matching/values";
import { differentLimits } from "./limits";
import type { Pair } from "./pairing";

export interface FoundValues {
  /** The provider's values, and what the server calls each; those that both call the same are left out. */
  readonly names: Readonly<Record<string, string>>;
  readonly remark?: string;
}

/** What becomes of the values of an enumeration. undefined: nothing is to be said. */
export function valuesOf({ own, theirs }: Pair, name: string): FoundValues | undefined {
  if (theirs.values === undefined || theirs.type === "boolean") {
    return undefined;
  }
  if (own.values === undefined) {
    return { names: {}, remark: `The server takes \`${name}\` only as one of: ${shortened(theirs.values)}.` };
  }
  const { names, missing } = matchValues(own.values, theirs.values);
  const others = [...names].filter(([mine, other]) => mine !== other);
  const remark =
    missing.length === 0
      ? {}
      : {
          remark: `The server has no value for ${shortened(missing)} of \`${name}\`, or none that is surely the same. It has: ${shortened(theirs.values)}.`,
        };
  return others.length === 0 && missing.length === 0 ? undefined : { names: Object.fromEntries(others), ...remark };
}

/** The values of a field of which the remarks say already that the server has none. */
export function valuesKnownMissing(remarks: readonly string[], name: string): readonly string[] | "too many" {
  const told = toldIn(remarks, /^The server has no value for (?<list>.+) of `(?<field>[^`]+)`, or none/, name);
  return told.some(isShortened) ? "too many" : told.flatMap((list) => list.split(", "));
}

/** The values of a field of which the remarks say that the server has no others; none if they do not name all. */
export function valuesKnown(remarks: readonly string[], name: string): readonly string[] {
  const told = toldIn(remarks, /^The server takes `(?<field>[^`]+)` only as one of: (?<list>.+)\.$/, name);
  return told.filter((list) => !isShortened(list)).flatMap((list) => list.split(", "));
}

function toldIn(remarks: readonly string[], pattern: RegExp, name: string): readonly string[] {
  return remarks.flatMap((remark) => {
    const { list, field } = pattern.exec(remark)?.groups ?? {};
    return list !== undefined && field === name ? [list] : [];
  });
}

function isShortened(list: string): boolean {
  return / and \d+ more$/.test(list);
}

function shortened(values: readonly string[]): string {
  const more = values.length > 12 ? ` and ${String(values.length - 12)} more` : "";
  return `${values.slice(0, 12).join(", ")}${more}`;
}

/** Whether the server takes fewer values than the provider has, or than it has itself. */
export function isNarrower(own: ApiField, theirs: ApiField): boolean {
  if (theirs.values === undefined) {
    return false;
  }
  return own.values === undefined || own.values.some((value) => theirs.values?.includes(value) !== true);
}

/** Upper limits of the server that are narrower than the provider's, one sentence each. */
export function narrowedLimits({ own, theirs }: Pair, name: string): readonly string[] {
  return differentLimits(own, theirs).flatMap(({ limit, isNarrower, theirs: most }) => {
    if (!isNarrower || most === undefined) {
      return [];
    }
    switch (limit) {
      case "maxLength":
        return [`The server takes at most ${String(most)} characters of \`${name}\`.`];
      case "maximum":
        return [`The server takes at most ${String(most)} for \`${name}\`.`];
      // What is shorter or smaller is rarely declared, and refused by the server itself.
      case "minLength":
      case "minimum":
        return [];
    }
  });
}
