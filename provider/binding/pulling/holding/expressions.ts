import { chainsBuilt, chainsRead } from "../../applying/expression-names";
import type { ApiField, ApiOperation } from "../../documents";
import type { Binding, ReceivedSpec } from "../../file/model";

type Chain = readonly string[];

/** Phrases for the names that expressions surely use and that the server no longer has there. */
export function expressionTrouble(binding: Binding, { body, answer }: ApiOperation): string[] {
  const { bodyExpression, answerExpression } = binding;
  // Without `list`, the expression gets all that stands around a list too, of which the fields tell nothing.
  const isAround = binding.list === undefined && (answer.listAt ?? []).length > 0;
  const given = isAround ? [] : answer.fields;
  return [
    ...said(bodyExpression, chainsBuilt, body?.fields ?? [], "takes", "`bodyExpression` writes"),
    ...said(answerExpression, chainsRead, given, "answers", "`answerExpression` reads"),
    ...Object.entries(binding.answer ?? {}).flatMap(([name, spec]) =>
      said(expressionOf(spec), chainsRead, answer.fields, "answers", `the expression of \`${name}\` reads`),
    ),
  ];
}

function expressionOf(spec: ReceivedSpec): string | undefined {
  return typeof spec === "object" && spec !== null && "expression" in spec ? spec.expression : undefined;
}

function said(
  expression: string | undefined,
  chainsIn: (expression: string) => readonly Chain[],
  fields: readonly ApiField[],
  verb: string,
  use: string,
): readonly string[] {
  const gone = expression === undefined ? [] : chainsIn(expression).filter((chain) => isGone(chain, fields));
  return [...new Set(gone.map((chain) => chain.join(".")))].map(
    (name) => `it no longer ${verb} \`${name}\`, which ${use}`,
  );
}

/** Its holder is there with other members, and it is not. Of an object without members nobody knows what is in it. */
function isGone(chain: Chain, fields: readonly ApiField[]): boolean {
  const members = membersOf(chain.slice(0, -1), fields);
  return members.size > 0 && !members.has(chain.at(-1) ?? "");
}

/** The names of the members of an object, or of the items of a list. */
function membersOf(holder: Chain, fields: readonly ApiField[]): ReadonlySet<string> {
  const names = fields.flatMap(({ path }) => {
    const steps = path.filter((step) => step !== "[]");
    const isWithin = steps.length > holder.length && holder.every((step, index) => step === steps[index]);
    return isWithin ? [steps[holder.length] ?? ""] : [];
  });
  return new Set(names);
}
