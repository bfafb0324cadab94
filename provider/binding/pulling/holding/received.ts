import type { ApiField, ApiOperation } from "../../documents";
import type { Binding, ReceivedSpec } from "../../file/model";
import { withWriteOnly } from "../../write-only";
import { nameOfPath } from "../field-name";
import { isFeedback, isNeeded } from "../remarks";
import { formTrouble, isKnown, isWithin, valuesIn, type Held } from "./fields";
import { itemsGone } from "./items";

type Specs = Readonly<Record<string, ReceivedSpec>>;

/** Whether the server still answers what the binding expects, where it expects it. */
export function receivedTrouble({ answer: own, ...rest }: ApiOperation, binding: Binding, theirs: ApiOperation): Held {
  const isSilent = theirs.answer.gives !== "json" || theirs.answer.fields.length === 0;
  if (binding.answerExpression !== undefined) {
    return { pairs: [], trouble: [] };
  }
  const specs = withWriteOnly(binding).answer ?? {};
  const isOptional = isFeedback({ answer: own, ...rest }) || binding.thenRead !== undefined || isSilent;
  const values = valuesIn(own.fields);
  const held = values.flatMap((field) => {
    const name = nameOfPath(field.path);
    const isSaid = Object.hasOwn(specs, name);
    const isElsewhere = isWithin(field.path, specs) || isJoined(field, binding);
    // What pull leaves without a line has its own name on the server. A person also leaves out what need not be there.
    const isExpected = binding.id !== undefined || (field.required && field.path.length === 1);
    const isOpen = isElsewhere || isOptional || !isExpected;
    return !isSaid && isOpen ? [] : [heldField(field, specs[name], isSaid, theirs)];
  });
  const items = isOptional
    ? []
    : own.fields.filter(
        (field) => !isJoined(field, binding) && (binding.id !== undefined || isNeeded(field, own.fields)),
      );
  return {
    pairs: held.flatMap(({ pairs }) => pairs),
    trouble: [
      ...held.flatMap(({ trouble }) => trouble),
      ...linesGone(specs, new Set(values.map(({ path }) => nameOfPath(path))), theirs).map(inWords),
      ...itemsGone(items, linesOf(specs), theirs.answer.fields).map(inWords),
    ],
  };
}

/** Another operation gives the list. */
function isJoined({ path: [first = ""] }: ApiField, { with: joined }: Binding): boolean {
  return Object.hasOwn(joined ?? {}, first);
}

function heldField(own: ApiField, spec: ReceivedSpec | undefined, isSaid: boolean, { answer }: ApiOperation): Held {
  const from = isSaid ? sourceOf(spec) : nameOfPath(own.path);
  if (from === undefined || isAsked(from)) {
    return { pairs: [], trouble: [] };
  }
  const theirs = answer.fields.find(({ path }) => nameOfPath(path) === from);
  return theirs === undefined
    ? { pairs: [], trouble: [inWords(from)] }
    : { pairs: [{ own, theirs }], trouble: formTrouble(own, theirs, spec) };
}

/** The sources of lines for whole objects and for fields within lists, `known` fields aside, that are gone. */
function linesGone(specs: Specs, known: ReadonlySet<string>, { answer }: ApiOperation): readonly string[] {
  return Object.entries(linesOf(specs)).flatMap(([name, from]) =>
    known.has(name) || from === undefined || from === "" || isKnown(answer.fields, from) ? [] : [from],
  );
}

function linesOf(specs: Specs): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const from = sourceOf(spec);
      return [name, from === undefined || isAsked(from) ? undefined : from];
    }),
  );
}

function isAsked(from: string): boolean {
  return from.startsWith("asked:");
}

function inWords(from: string): string {
  return `it no longer answers \`${from}\``;
}

function sourceOf(spec: ReceivedSpec | undefined): string | undefined {
  return typeof spec === "object" && spec !== null ? ("from" in spec ? spec.from : undefined) : (spec ?? undefined);
}
