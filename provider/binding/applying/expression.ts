import type { Expression } from "jsonata";

const compiled = new Map<string, Expression>();

/** An expression of the contract file that can be read, and fails with the value that it got. */
export class ExpressionFailed extends Error {}

/** Throws what JSONata says if the expression cannot be read. */
export function compile(text: string): Expression {
  const known = compiled.get(text);
  if (known !== undefined) {
    return known;
  }
  // Loaded with the first expression: most contract files have none.
  const jsonata = require("jsonata") as typeof import("jsonata");
  const expression = jsonata(text);
  compiled.set(text, expression);
  return expression;
}

/** What the expression makes of a value; undefined if it makes nothing. `$asked` is bound to what was asked. */
export async function evaluate(text: string, value: unknown, asked: unknown): Promise<unknown> {
  try {
    const made: unknown = await compile(text).evaluate(value, { asked });
    // JSONata's lists carry marks of their own.
    return made === undefined ? undefined : (JSON.parse(JSON.stringify(made)) as unknown);
  } catch (error) {
    throw new ExpressionFailed(`the expression \`${text}\` fails: ${reasonOf(error)}`);
  }
}

/** What JSONata throws is no error. The value that it quotes may be one that nobody should see. */
function reasonOf(error: unknown): string {
  const { message, value } = error as { readonly message?: string; readonly value?: unknown };
  const quoted = value === undefined ? undefined : JSON.stringify(value);
  return quoted === undefined ? (message ?? String(error)) : (message ?? "").replaceAll(quoted, "its value");
}
