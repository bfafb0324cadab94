import type { Kind, Values } from "../kinds";
import { findOwn, seenBy } from "./belonging";
import { restrictTo } from "./compare";
import { splitInputs, tracesOf } from "./inputs";
import { readPath } from "./leaves";
import { asJson, keptBy, memoryOf, outputsOf } from "./state";
import type { Surroundings } from "./surroundings";
import { writeOnlyFields } from "./write-only";

/** Without an id: the object is gone. */
export interface Read {
  readonly id?: string;
  readonly props?: Values;
  readonly inputs?: Values;
}

/** What the server has now, in the form of outputs, and as inputs exactly the values that were declared. */
export async function read(kind: Kind, id: string, props: Values, around: Surroundings): Promise<Read> {
  const before = splitInputs(kind, props);
  await around.journal(before.origin)?.settle(before.origin, kind.name, id, memoryOf(props).birth);
  const { declared: paths, ...memory } = memoryOf(props);
  const fields = [...new Set(paths.map((path) => readPath(path)[0] ?? ""))];
  const found = findOwn(kind, id, props, await around.living(kind).byId(id, fields), around);
  if (found.is === "another") {
    console.warn(`${kind.name} ${id} is gone: the server has another one of that id now.`);
  }
  if (found.is !== "it") {
    return {};
  }
  const { object } = found;
  const inputs = { ...before, declared: restrictTo(before.declared, paths) };
  const actual = { ...object.values, ...keptBy(kind, props) };
  const written = writeOnlyFields(kind).filter((name) => paths.includes(name));
  const outputs = outputsOf(kind, inputs, actual, { ...memory, ...seenBy(around) }, written);
  return {
    id,
    props: outputs,
    inputs: asJson({ ...restrictTo(outputs, paths), ...before.policies, ...tracesOf(before) }),
  };
}
