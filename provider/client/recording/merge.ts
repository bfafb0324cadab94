import type { RecordedShape } from "./line";

/** One shape for several. A field that some of them lack gets a question mark: `name?`. */
export function merged(shapes: readonly RecordedShape[]): RecordedShape {
  const [first, ...rest] = shapes;
  return first === undefined ? { oneOf: [] } : rest.reduce(pair, first);
}

function pair(a: RecordedShape, b: RecordedShape): RecordedShape {
  const all = [...alternatives(a), ...alternatives(b)];
  const objects = all.filter((it) => typeof it === "object" && "object" in it);
  const lists = all.filter((it) => typeof it === "object" && "list" in it);
  const others = [...new Set(all.filter((it) => typeof it === "string"))].sort();
  const joined: RecordedShape[] = [
    ...(objects.length === 0 ? [] : [objects.reduce(joinedObjects)]),
    ...(lists.length === 0 ? [] : [lists.reduce(joinedLists)]),
    ...others,
  ];
  return joined.length === 1 && joined[0] !== undefined ? joined[0] : { oneOf: joined };
}

function alternatives(shape: RecordedShape): readonly RecordedShape[] {
  return typeof shape === "object" && "oneOf" in shape ? shape.oneOf : [shape];
}

type ObjectShape = Extract<RecordedShape, { object: unknown }>;
type ListShape = Extract<RecordedShape, { list: unknown }>;

function joinedObjects(a: ObjectShape, b: ObjectShape): ObjectShape {
  const [mine, yours] = [fieldsOf(a), fieldsOf(b)];
  const names = [...new Set([...mine.keys(), ...yours.keys()])];
  const fields = names.map((name): [string, RecordedShape] => {
    const [one, other] = [mine.get(name), yours.get(name)];
    const isSometimesMissing = one === undefined || other === undefined || one.isOptional || other.isOptional;
    const shape = merged([one, other].flatMap((it) => (it === undefined ? [] : [it.shape])));
    return [isSometimesMissing ? `${name}?` : name, shape];
  });
  return { object: Object.fromEntries(fields) };
}

/** The fields of an object, by their names without the question mark. */
export function fieldsOf({
  object,
}: ObjectShape): Map<string, { readonly shape: RecordedShape; readonly isOptional: boolean }> {
  return new Map(
    Object.entries(object).map(([name, shape]) => [name.replace(/\?$/, ""), { shape, isOptional: name.endsWith("?") }]),
  );
}

/** Lists of several lengths keep the longest. */
function joinedLists(a: ListShape, b: ListShape): ListShape {
  const order = ["0", "1", "2-9", "10-99", "100+"];
  const list = order.indexOf(a.list) >= order.indexOf(b.list) ? a.list : b.list;
  const items = [a.of, b.of].flatMap((it) => (it === undefined ? [] : [it]));
  return { list, ...(items.length === 0 ? {} : { of: merged(items) }) };
}
