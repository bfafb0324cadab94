import type { ApiField, ApiOperation } from "../../documents";
import type { Binding, ReceivedSpec } from "../../file/model";
import { withWriteOnly } from "../../write-only";
import { nameOfPath } from "../field-name";
import { isFeedback } from "../remarks";
import { formTrouble, isWithin, valuesIn, type Held } from "./fields";

/** Whether the server still answers what the binding expects, where it expects it. */
export function receivedTrouble({ answer: own, ...rest }: ApiOperation, binding: Binding, theirs: ApiOperation): Held {
  const isSilent = theirs.answer.gives !== "json" || theirs.answer.fields.length === 0;
  if (binding.answerExpression !== undefined) {
    return { pairs: [], trouble: [] };
  }
  const specs = withWriteOnly(binding).answer ?? {};
  const isOptional = isFeedback({ answer: own, ...rest }) || binding.thenRead !== undefined || isSilent;
  const held = valuesIn(own.fields).flatMap((field) => {
    const name = nameOfPath(field.path);
    const isSaid = Object.hasOwn(specs, name);
    const isElsewhere = isWithin(field.path, specs) || Object.hasOwn(binding.with ?? {}, field.path[0] ?? "");
    // What pull leaves without a line has its own name on the server. A person also leaves out what need not be there.
    const isExpected = binding.id !== undefined || (field.required && field.path.length === 1);
    const isOpen = isElsewhere || isOptional || !isExpected;
    return !isSaid && isOpen ? [] : [heldField(field, specs[name], isSaid, theirs)];
  });
  return { pairs: held.flatMap(({ pairs }) => pairs), trouble: held.flatMap(({ trouble }) => trouble) };
}

function heldField(own: ApiField, spec: ReceivedSpec | undefined, isSaid: boolean, { answer }: ApiOperation): Held {
  const from = isSaid ? sourceOf(spec) : nameOfPath(own.path);
  if (from === undefined || from.startsWith("asked:")) {
    return { pairs: [], trouble: [] };
  }
  const theirs = answer.fields.find(({ path }) => nameOfPath(path) === from);
  return theirs === undefined
    ? { pairs: [], trouble: [`it no longer answers \`${from}\``] }
    : { pairs: [{ own, theirs }], trouble: formTrouble(own, theirs, spec) };
}

function sourceOf(spec: ReceivedSpec | undefined): string | undefined {
  return typeof spec === "object" && spec !== null ? ("from" in spec ? spec.from : undefined) : (spec ?? undefined);
}
