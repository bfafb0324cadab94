import { EACH, valueAtPath, withAt, withoutAt, type FieldPath } from "./field-path";

/** A field that stands elsewhere on the other side, and what becomes of its value on the way. */
export interface Move {
  readonly from: FieldPath;
  /** undefined: it does not go along. */
  readonly to: FieldPath | undefined;
  readonly change?: (value: unknown) => unknown;
  /** Stands on the other side where there is no value. */
  readonly byDefault?: unknown;
}

/**
 * The value in the shape of the other side. Fields that no move names stay where they are. A moved field overwrites one
 * that stands in its place: that one has the name by chance.
 */
export function reshaped(value: unknown, moves: readonly Move[]): unknown {
  const within = groupsOf(moves);
  const taken = within.map(({ list, items, move }) => ({
    to: list?.to ?? move?.to,
    value: list === undefined ? valueAtPath(value, move?.from ?? []) : itemsOf(valueAtPath(value, list.from), items),
    change: move?.change,
    byDefault: move?.byDefault,
  }));
  const rest = within.reduce((left, { list, move }) => withoutAt(left, list?.from ?? move?.from ?? []), value);
  return taken.reduce<unknown>((made, { to, value: inside, change, byDefault }) => {
    const arrived = inside === undefined ? byDefault : change === undefined ? inside : change(inside);
    return to === undefined || arrived === undefined ? made : withAt(made, to, () => arrived);
  }, rest);
}

interface Group {
  readonly move?: Move;
  /** Where the list stands on both sides, and the moves within each of its items. */
  readonly list?: { readonly from: FieldPath; readonly to: FieldPath };
  readonly items: readonly Move[];
}

/** Moves within the items of one list belong together: the list itself moves, and its items are reshaped. */
function groupsOf(moves: readonly Move[]): readonly Group[] {
  const lists = new Map<
    string,
    { readonly from: FieldPath; readonly to: FieldPath; readonly items: Move[]; readonly isPlaced: boolean }
  >();
  const plain: Group[] = [];
  for (const move of moves) {
    const at = move.from.indexOf(EACH);
    const there = move.to?.indexOf(EACH) ?? -1;
    if (at < 0) {
      plain.push({ move, items: [] });
      continue;
    }
    const from = move.from.slice(0, at);
    const to = there < 0 ? from : (move.to ?? []).slice(0, there);
    const key = JSON.stringify(from);
    const known = lists.get(key);
    // A field that goes nowhere does not say where its list goes.
    const list =
      known === undefined || (!known.isPlaced && there >= 0)
        ? { from, to, items: known?.items ?? [], isPlaced: there >= 0 }
        : known;
    list.items.push({
      ...move,
      from: move.from.slice(at + 1),
      to: move.to === undefined ? undefined : move.to.slice(there + 1),
    });
    lists.set(key, list);
  }
  return [...plain, ...[...lists.values()].map(({ from, to, items }) => ({ list: { from, to }, items }))];
}

function itemsOf(list: unknown, moves: readonly Move[]): unknown {
  return Array.isArray(list) ? list.map((item: unknown) => reshaped(item, moves)) : list;
}
