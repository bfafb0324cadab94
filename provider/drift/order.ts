import { kinds } from "../kinds";
import type { DriftFinding } from "./model";

const places = new Map(kinds.map(({ name }, index) => [name, index]));

/** The same findings have the same order in every run: by organisation, kind, name and field, what is pending last. */
export function inOrder(findings: readonly DriftFinding[]): readonly DriftFinding[] {
  return findings
    .map((finding) => ({ finding, keys: keysOf(finding) }))
    .sort((one, other) => byKeys(one.keys, other.keys))
    .map(({ finding }) => finding);
}

function keysOf({ organisation, kind, name, id, path, type }: DriftFinding): readonly (string | number)[] {
  return [
    organisation?.name ?? "",
    organisation?.id ?? "",
    places.get(kind) ?? 0,
    name,
    id,
    path ?? "",
    type === "pending" ? 1 : 0,
  ];
}

/** Not by the language of the machine, which differs from run to run. */
function byKeys(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((key, index) => key !== other[index]);
  const [mine = 0, theirs = 0] = [one[at], other[at]];
  return at < 0 ? 0 : mine < theirs ? -1 : 1;
}
