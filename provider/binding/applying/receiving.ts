import type { Binding, ReceivedSpec } from "../file/model";
import type { Asked } from "./asked";
import { evaluate } from "./expression";
import { readFieldPath, valueAtPath, withAt } from "./field-path";
import { reshaped, type Move } from "./shape";
import { changeOnTheWayBack } from "./values";

/** The server's answer in the words of the provider's contract. `isList`: the provider expects a list. */
export async function boundAnswer(binding: Binding, answer: unknown, asked: Asked, isList: boolean): Promise<unknown> {
  const inner = binding.list === undefined ? answer : valueAtPath(answer, readFieldPath(binding.list));
  if (isList) {
    // What is no list is for the model to refuse.
    return Array.isArray(inner) ? Promise.all(inner.map((item: unknown) => oneAnswer(binding, item, asked))) : inner;
  }
  return oneAnswer(binding, inner, asked);
}

async function oneAnswer(binding: Binding, answer: unknown, asked: Asked): Promise<unknown> {
  if (binding.answerExpression !== undefined) {
    return evaluate(binding.answerExpression, answer, asked);
  }
  const specs = Object.entries(binding.answer ?? {});
  const expressions = specs.flatMap(([name, spec]) => expressionIn(name, spec));
  const made = await Promise.all(
    expressions.map(async ({ name, expression }) => ({ name, value: await evaluate(expression, answer, asked) })),
  );
  const moves = specs.flatMap(([name, spec]) => moveOf(binding, name, spec));
  const own = [
    ...made.map(({ name, value }) => ({ name, value: changed(binding, name, value) })),
    ...fromAsked(binding, specs, asked),
  ]
    .filter(({ value }) => value !== undefined)
    .reduce((whole, { name, value }) => withAt(whole, readFieldPath(name), () => value), reshaped(answer, moves));
  return reshaped(own, renamings(binding));
}

function expressionIn(name: string, spec: ReceivedSpec) {
  return typeof spec === "object" && spec !== null && "expression" in spec
    ? [{ name, expression: spec.expression }]
    : [];
}

const ASKED = "asked:";

function fromOf(spec: ReceivedSpec): string | undefined {
  if (spec === null || typeof spec === "string") {
    return spec ?? undefined;
  }
  return "from" in spec ? spec.from : undefined;
}

/** What the provider knows because it asked for it. */
function fromAsked(binding: Binding, specs: readonly (readonly [string, ReceivedSpec])[], asked: Asked) {
  return specs.flatMap(([name, spec]) => {
    const from = fromOf(spec);
    return from?.startsWith(ASKED) === true
      ? [{ name, value: valueAtPath(asked, readFieldPath(from.slice(ASKED.length))) }]
      : [];
  });
}

/** A field of the provider that the server gives elsewhere. One that it does not give must not be found by chance. */
function moveOf(binding: Binding, name: string, spec: ReceivedSpec): readonly Move[] {
  const from = fromOf(spec);
  if (from === undefined || from.startsWith(ASKED)) {
    return [{ from: readFieldPath(name), to: undefined }];
  }
  const as = typeof spec === "object" && spec !== null && "from" in spec ? spec.as : undefined;
  const change = changeOnTheWayBack(binding.values, name, as);
  return [{ from: readFieldPath(from), to: readFieldPath(name), ...(change === undefined ? {} : { change }) }];
}

function changed(binding: Binding, name: string, value: unknown): unknown {
  const change = changeOnTheWayBack(binding.values, name, undefined);
  return change === undefined ? value : change(value);
}

/** What becomes of values that no move brings along, and that the server calls otherwise. */
function renamings({ values = {}, answer = {} }: Binding): readonly Move[] {
  return Object.keys(values)
    .filter((name) => name !== "*" && !Object.hasOwn(answer, name))
    .flatMap((name) => {
      const [path, change] = [readFieldPath(name), changeOnTheWayBack(values, name, undefined)];
      return change === undefined ? [] : [{ from: path, to: path, change }];
    });
}
