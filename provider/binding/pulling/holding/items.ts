import type { ApiField } from "../../documents";
import { nameOfPath } from "../field-name";
import { isWithin } from "./fields";

/** Where a binding has fields of the provider: by their names, what the server calls each. undefined: it is not there. */
export type Lines = Readonly<Record<string, string | undefined>>;

/** Names on the server of the fields within lists that have no line, and that their list no longer has. */
export function itemsGone(own: readonly ApiField[], lines: Lines, theirs: readonly ApiField[]): readonly string[] {
  return own.flatMap(({ path }) => {
    const at = path.indexOf("[]");
    const isLined = path.some((_, index) => index > at && Object.hasOwn(lines, nameOfPath(path.slice(0, index + 1))));
    if (at < 0 || isLined || isWithin(path.slice(0, at), lines)) {
      return [];
    }
    const list = listOf(path.slice(0, at), lines);
    const expected = list === undefined ? undefined : `${list}${nameOfPath(path.slice(at))}`;
    const items = theirs.filter((it) => list !== undefined && nameOfPath(it.path).startsWith(`${list}[]`));
    const isThere = items.length === 0 || items.some((it) => nameOfPath(it.path) === expected);
    return isThere || expected === undefined ? [] : [expected];
  });
}

/** Where the server has a list: its own line says it, or a line of a field within it. undefined: it has none. */
function listOf(path: readonly string[], lines: Lines): string | undefined {
  const name = nameOfPath(path);
  if (Object.hasOwn(lines, name)) {
    return lines[name];
  }
  const [, target] = Object.entries(lines).find(([it, to]) => it.startsWith(`${name}[]`) && to !== undefined) ?? [];
  return target?.includes("[]") === true ? target.replace(/\[\].*$/s, "") : name;
}
