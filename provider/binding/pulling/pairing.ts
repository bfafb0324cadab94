import type { ApiField } from "../documents";
import { matchFields } from "../matching/fields";

export interface Pair {
  readonly own: ApiField;
  readonly theirs: ApiField;
}

/** Which fields of the server are those of the provider. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  /** Fields of the provider for which the server surely has none. */
  readonly missing: readonly ApiField[];
  /** Fields of the provider for which the server may have one. */
  readonly unsure: readonly { readonly own: ApiField; readonly candidates: readonly ApiField[] }[];
}

/** Pairs fields, and within lists that are paired the fields of their items. Every path is a whole one. */
export function pairFields(own: readonly ApiField[], theirs: readonly ApiField[], context: readonly string[]): Pairing {
  const { matches, missing, ambiguous } = matchFields(own, theirs, context);
  const lists = matches.filter((it) => it.own.type === "array" && it.theirs.type === "array");
  const inside = lists.map((list) => {
    const [mine, others] = [itemsOf(own, list.own), itemsOf(theirs, list.theirs)];
    return lifted(pairFields(mine, others, context), list);
  });
  const taken = new Set(matches.map((it) => it.theirs));
  const likely = missing.flatMap((field) => {
    const candidates = listsLike(field, own, theirs, context).filter((it) => !taken.has(it));
    return candidates.length === 0 ? [] : [{ own: field, candidates }];
  });
  const isLikely = (field: ApiField): boolean => likely.some((it) => it.own === field);
  return {
    pairs: [...matches.map((it) => ({ own: it.own, theirs: it.theirs })), ...inside.flatMap((it) => it.pairs)],
    missing: [...missing.filter((it) => !isLikely(it)), ...inside.flatMap((it) => it.missing)],
    unsure: [...ambiguous, ...likely, ...inside.flatMap((it) => it.unsure)],
  };
}

/** Lists of another name whose items have most of the fields of this one's. */
function listsLike(
  field: ApiField,
  own: readonly ApiField[],
  theirs: readonly ApiField[],
  context: readonly string[],
): readonly ApiField[] {
  const mine = field.type === "array" ? itemsOf(own, field) : [];
  return mine.length === 0
    ? []
    : theirs.filter(
        (it) =>
          it.type === "array" && 2 * matchFields(mine, itemsOf(theirs, it), context).matches.length >= mine.length,
      );
}

/** The fields of a list's items, with paths that begin within an item. */
function itemsOf(fields: readonly ApiField[], { path }: ApiField): readonly ApiField[] {
  const depth = path.length + 1;
  const isWithin = (it: ApiField): boolean =>
    it.path.length > depth && it.path[depth - 1] === "[]" && path.every((step, index) => step === it.path[index]);
  return fields.filter(isWithin).map((it) => ({ ...it, path: it.path.slice(depth) }));
}

function lifted({ pairs, missing, unsure }: Pairing, list: Pair): Pairing {
  const mine = (field: ApiField): ApiField => ({ ...field, path: [...list.own.path, "[]", ...field.path] });
  const others = (field: ApiField): ApiField => ({ ...field, path: [...list.theirs.path, "[]", ...field.path] });
  return {
    pairs: pairs.map(({ own, theirs }) => ({ own: mine(own), theirs: others(theirs) })),
    missing: missing.map(mine),
    unsure: unsure.map(({ own, candidates }) => ({ own: mine(own), candidates: candidates.map(others) })),
  };
}
