import type { Kind, Values } from "../../kinds";
import { isPlainObject } from "../../lifecycle/values/inputs";
import { leavesOf, withPlaced } from "../../lifecycle/values/leaves";
import { UNKNOWN } from "../../lifecycle/values/unknown";
import { LATER, MASK, type DriftFinding } from "../model";

/** A value of a preview, as a report shows it. The engine has masked the secrets that it knows. */
export function shown(value: unknown): DriftFinding["declared"] {
  return JSON.parse(JSON.stringify(value), (_name, inside: unknown) =>
    inside === UNKNOWN ? LATER : inside,
  ) as DriftFinding["declared"];
}

/** Whether the engine masked the value, or something in it. */
export function isMasked(value: unknown): boolean {
  return value === MASK || (typeof value === "object" && value !== null && Object.values(value).some(isMasked));
}

/** All that is declared of an object, for a report: files by their checksums, and nothing that is only sent. */
export function declaredOf(kind: Kind, declared: Values): Values {
  const values = withPlaced(
    {},
    leavesOf(kind, declared).map(({ path, value }) => [path, value]),
  );
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hiddenIf(kind, name, value)]));
}

function hiddenIf(kind: Kind, name: string, value: unknown): unknown {
  return kind.inputs[name]?.secret === true || (isPlainObject(value) && isMasked(value)) ? MASK : value;
}
