import { withWriteOnly } from "../write-only";
import type { Binding, ContractFile } from "../file/model";

/**
 * The file as a rehearsal speaks it. An expression has no inverse, so a value that comes from one travels in the
 * provider's own form. Both sides have to read the file in this way.
 */
export function withoutExpressions(content: ContractFile): ContractFile {
  const operations = Object.entries(content.operations).map(([key, binding]) => [key, inOwnForm(binding)] as const);
  return { ...content, operations: Object.fromEntries(operations) };
}

function inOwnForm(binding: Binding): Binding {
  const { bodyExpression, answerExpression, body, answer, ...rest } = withWriteOnly(binding);
  return {
    ...rest,
    ...(body === undefined || bodyExpression !== undefined ? {} : { body }),
    ...(answer === undefined || answerExpression !== undefined ? {} : { answer: withoutComputed(answer) }),
  };
}

function withoutComputed(answer: NonNullable<Binding["answer"]>): NonNullable<Binding["answer"]> {
  return Object.fromEntries(
    Object.entries(answer).filter(([, spec]) => typeof spec !== "object" || spec === null || !("expression" in spec)),
  );
}
