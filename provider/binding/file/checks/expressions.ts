import { compile } from "../../applying/expression";
import type { Binding } from "../model";
import type { Inconsistency } from "./inconsistency";

/** Expressions of a binding that cannot be read. */
export function brokenExpressions({ bodyExpression, answerExpression, answer }: Binding): readonly Inconsistency[] {
  return [
    ...brokenExpression(["bodyExpression"], bodyExpression),
    ...brokenExpression(["answerExpression"], answerExpression),
    ...Object.entries(answer ?? {}).flatMap(([name, spec]) =>
      typeof spec === "object" && spec !== null && "expression" in spec
        ? brokenExpression(["answer", name, "expression"], spec.expression)
        : [],
    ),
  ];
}

function brokenExpression(path: readonly string[], text: string | undefined): readonly Inconsistency[] {
  if (text === undefined) {
    return [];
  }
  try {
    compile(text);
    return [];
  } catch (error) {
    const { message, position } = error as { readonly message?: string; readonly position?: number };
    const where = position === undefined ? "" : ` (character ${position})`;
    return [{ path, message: `the expression cannot be read: ${message ?? String(error)}${where}` }];
  }
}
