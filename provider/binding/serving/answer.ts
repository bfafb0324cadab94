import { readFieldPath, valueAtPath, withAt } from "../applying/field-path";
import { reshaped, type Move } from "../applying/shape";
import type { Binding, ReceivedSpec } from "../file/model";
import { onDeparture } from "./values";

/** What the provider needs for another operation's parameters, from an object that is answered. */
export type ParametersOf = (item: unknown, parameter: string) => unknown;

/** The inverse of `boundAnswer`: an answer in the server's words. */
export function serverAnswer(
  binding: Binding,
  own: unknown,
  isList: boolean,
  parametersOf: ParametersOf = () => undefined,
): unknown {
  const moves = movesOf(binding);
  const one = (item: unknown): unknown => leaving(binding, moves, item, parametersOf);
  const inner = isList && Array.isArray(own) ? own.map(one) : one(own);
  return binding.list === undefined ? inner : withAt({}, readFieldPath(binding.list), () => inner);
}

function leaving(binding: Binding, moves: readonly Move[], item: unknown, parametersOf: ParametersOf): unknown {
  const made = reshaped(reshaped(item, renamings(binding)), moves);
  return Object.entries(keysOfJoined(binding)).reduce((answer, [field, parameter]) => {
    const value = valueAtPath(item, readFieldPath(field)) ?? parametersOf(item, parameter);
    return value === undefined ? answer : withAt(answer, readFieldPath(field), () => value);
  }, made);
}

/** Fields of the answer that name what belongs to it in another list, and the parameter of that list. */
export function keysOfJoined(binding: Binding): Readonly<Record<string, string>> {
  const known = Object.entries(binding.answer ?? {}).flatMap(([name, spec]) =>
    fromOf(spec) === undefined ? [] : [name],
  );
  const pairs = Object.values(binding.with ?? {}).flatMap(({ path }) =>
    Object.entries(path ?? {}).map(([parameter, field]) => [field, parameter] as const),
  );
  return Object.fromEntries(pairs.filter(([field]) => !known.includes(field)));
}

function movesOf(binding: Binding): readonly Move[] {
  const named = Object.entries(binding.answer ?? {}).map(([name, spec]): Move => {
    const from = fromOf(spec);
    const form = typeof spec === "object" && spec !== null && "from" in spec ? spec.as : undefined;
    return {
      from: readFieldPath(name),
      to: from === undefined ? undefined : readFieldPath(from),
      change: onDeparture(binding.values, name, form),
    };
  });
  const joined = Object.keys(binding.with ?? {}).map((name): Move => ({ from: readFieldPath(name), to: undefined }));
  return [...named, ...joined];
}

/** Where the server gives a field; undefined: it does not. */
export function fromOf(spec: ReceivedSpec): string | undefined {
  const from = typeof spec === "string" ? spec : spec !== null && "from" in spec ? spec.from : undefined;
  return from?.startsWith("asked:") === true ? undefined : from;
}

/** Fields that keep their place, and whose values the server calls otherwise. */
function renamings({ values, answer }: Binding): readonly Move[] {
  return Object.keys(values ?? {})
    .filter((name) => name !== "*" && answer?.[name] === undefined)
    .map((name) => {
      const at = readFieldPath(name);
      return { from: at, to: at, change: onDeparture(values, name, undefined) };
    });
}
