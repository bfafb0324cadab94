import { EACH, type FieldPath } from "../../applying/field-path";
import type { Json } from "./json";
import { schemaAt, withSchema, withoutSchema, type PrintedModels } from "./schema";

/** A field that stands elsewhere on the server, and what becomes of its schema. */
export interface SchemaMove {
  readonly from: FieldPath;
  /** undefined: the server does not have it. */
  readonly to: FieldPath | undefined;
  readonly change?: (schema: Json) => Json;
}

/** The schema of a value that `reshaped` gives another shape. */
export function reshapedSchema(models: PrintedModels, schema: unknown, moves: readonly SchemaMove[]): Json {
  const lists = listsOf(moves);
  const direct = moves.filter(({ from }) => !from.includes(EACH));
  const whole = movedAtOnce(models, schema, [...direct, ...lists]);
  return movedAtOnce(
    models,
    whole,
    moves.filter(({ from }) => from.includes(EACH)).map((move) => withinList(move)),
  );
}

/** All are taken out before one is put in: two fields may have each other's names. */
function movedAtOnce(models: PrintedModels, schema: unknown, moves: readonly SchemaMove[]): Json {
  const taken = moves.map(({ from, to, change }) => ({ found: schemaAt(models, schema, from), to, change }));
  const rest = moves.reduce<Json | undefined>(
    (left, { from }) => withoutSchema(models, left, from),
    schema as Json | undefined,
  );
  const made = taken.reduce<Json | undefined>(
    (whole, { found, to, change }) =>
      found === undefined || to === undefined
        ? whole
        : withSchema(models, whole, to, { ...found, schema: change?.(found.schema) ?? found.schema }),
    rest,
  );
  return made ?? { type: "object" };
}

/** The lists that stand elsewhere themselves. */
function listsOf(moves: readonly SchemaMove[]): readonly SchemaMove[] {
  const lists = moves.flatMap(({ from, to }) =>
    from.includes(EACH) && to?.includes(EACH) === true ? [{ from: before(from), to: before(to) }] : [],
  );
  return lists.filter(({ from, to }, at) => {
    const first = lists.findIndex((other) => other.from.join() === from.join());
    return from.join() !== to.join() && first === at;
  });
}

function before(path: FieldPath): FieldPath {
  return path.slice(0, path.indexOf(EACH));
}

/** The same move after its list has moved. */
function withinList({ from, to, ...rest }: SchemaMove): SchemaMove {
  const list = to?.includes(EACH) === true ? before(to) : before(from);
  return { ...rest, from: [...list, ...from.slice(from.indexOf(EACH))], to };
}
