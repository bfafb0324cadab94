import { isDeepStrictEqual } from "node:util";
import type { Kind, Values } from "../kinds";
import { findOwn, seenBy, type SeenBy } from "./objects/belonging";
import { isSameValue, restrictTo } from "./comparing/compare";
import { isExactlyAsBefore } from "./comparing/unchanged";
import { originIn, splitInputs, tracesOf } from "./values/inputs";
import { readPath } from "./values/leaves";
import { asJson, keptBy, memoryOf, outputsOf } from "./remembering/state";
import type { Context } from "./context";
import { withNeverGiven } from "./remembering/never-given";
import { withKnown } from "./remembering/untold";
import { writeOnlyFields } from "./comparing/write-only";

/** Without an id, the object is gone. */
export interface Read {
  readonly id?: string;
  readonly props?: Values;
  readonly inputs?: Values;
}

/**
 * Returns the server's present values as outputs. If a declared value has changed, it also returns inputs: exactly the
 * fields that were declared, with their present values.
 */
export async function read(kind: Kind, id: string, props: Values, context: Context): Promise<Read> {
  const origin = originIn(props);
  const { declared: paths, ...memory } = memoryOf(props);
  void context.journal(origin)?.settle(origin, kind.name, id, memory.birth);
  const places = paths.map(readPath);
  const fields = [...new Set(places.map(([field = ""]) => field))];
  const found = findOwn(kind, id, props, await context.objects(kind).byId(id, fields), context);
  if (found.is === "another") {
    console.warn(`${kind.name} ${id} is gone: another object has its id on the server now.`);
  }
  if (found.is !== "it") {
    return {};
  }
  const { object } = found;
  if (isSeenAsBefore(memory, seenBy(context)) && isExactlyAsBefore(kind, props, object.values, places)) {
    return { id, props };
  }
  const before = splitInputs(kind, props);
  const inputs = { ...before, declared: restrictTo(before.declared, paths) };
  const told = withKnown(kind, { ...object.values, ...keptBy(kind, props) }, props);
  const actual = await withNeverGiven(kind, told, props, context);
  const written = writeOnlyFields(kind).filter((name) => paths.includes(name));
  const now = outputsOf(kind, inputs, actual, { ...memory, ...seenBy(context) }, written);
  const outputs = asBefore(kind, props, withoutAdded(kind, props, now, fields));
  const seen = restrictTo(outputs, paths);
  // The state keeps every input that is not returned, and with it the write-only values.
  return isDeepStrictEqual(seen, restrictTo(props, paths))
    ? { id, props: outputs }
    : { id, props: outputs, inputs: asJson({ ...seen, ...before.policies, ...tracesOf(before) }) };
}

/** Whether the memory of the state would stay as it is. */
function isSeenAsBefore(memory: SeenBy, now: SeenBy): boolean {
  return memory.home === now.home && (now.account === undefined || memory.account === now.account);
}

/**
 * The outputs, with the former spelling of each value that means the same: the engine shows another spelling as drift.
 */
function asBefore(kind: Kind, before: Values, now: Values): Values {
  const kept = Object.keys(before).filter((name) => now[name] !== undefined);
  const settled = kept.map((name) => [
    name,
    isSameValue(kind, name, before[name], now[name]) ? before[name] : now[name],
  ]);
  return { ...(Object.fromEntries(settled) as Values), ...without(now, kept) };
}

/** Without the outputs, and the inputs that nobody declared, that states of earlier versions lack. */
function withoutAdded({ inputs, outputs }: Kind, before: Values, now: Values, declared: readonly string[]): Values {
  const added = [
    ...Object.keys(outputs).filter((name) => outputs[name]?.added === true),
    ...Object.keys(inputs).filter((name) => inputs[name]?.added === true && !declared.includes(name)),
  ];
  return without(
    now,
    added.filter((name) => before[name] === undefined),
  );
}

function without(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
