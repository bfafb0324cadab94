import type { Grant, Kind, NamedObject, Values } from "../kinds";
import { withPlaced } from "../lifecycle/values/leaves";

/** Says in words who gained and who lost access, when one state of an object becomes another. */
export function accessInWords(
  kind: Kind,
  id: string,
  before: Values,
  after: Values,
  nameOf: (named: NamedObject) => string,
): readonly string[] {
  const [had, has] = [grantsOf(kind, before, id), grantsOf(kind, after, id)];
  const say = (grants: ReadonlyMap<string, Grant>, others: ReadonlyMap<string, Grant>, may: string): string[] =>
    [...grants].filter(([key]) => !others.has(key)).map(([, grant]) => inWords(grant, may, nameOf));
  return [...say(has, had, "may now"), ...say(had, has, "may no longer")];
}

/** The same for one field: the declared values, with this one as the server has it. */
export function accessOfField(
  kind: Kind,
  id: string,
  declared: Values,
  { path, actual }: { readonly path: readonly string[]; readonly actual: unknown },
  nameOf: (named: NamedObject) => string,
): readonly string[] {
  return accessInWords(kind, id, declared, withPlaced(declared, [[path, actual]]), nameOf);
}

/** Says what an object allows that nobody declared. */
export function allowedInWords(kind: Kind, id: string, values: Values, nameOf: (named: NamedObject) => string) {
  return accessInWords(kind, id, {}, values, nameOf);
}

function grantsOf({ standing }: Kind, values: Values, id: string): ReadonlyMap<string, Grant> {
  return new Map((standing.grants?.(values, id) ?? []).map((grant) => [JSON.stringify(grant), grant]));
}

function inWords({ who, may, where }: Grant, verb: string, nameOf: (named: NamedObject) => string): string {
  const subject = who === "everybody" ? "Everybody" : nameOf(who);
  return `${subject} ${verb} ${may} ${nameOf(where)}`;
}
