import type { Operation } from "../../contract";
import { HaleconnectError } from "../../errors";
import { meansTheSame, type AttachedKind, type Kind, type Live } from "../../kinds";
import { updatesOf } from "./admission";
import { refuseSecondHolder } from "../program/one-owner";
import { differences, isEmpty, isKept } from "../comparing/compare";
import type { Difference } from "../comparing/difference";
import { inWords } from "../objects/existing";
import { fatesOf, type Inputs } from "../values/inputs";
import { writePath } from "../values/leaves";
import type { Context } from "../context";
import { containsUnknown } from "../values/unknown";
import { isHidden, placeOf, quoted } from "../values/veil";

/** What speaks against taking over an object that is there, before anything is sent to it. */
export function refuseAdoption(kind: Kind, object: Live, inputs: Inputs, context: Context): void {
  refuseSecondHolder(kind, object.id, inputs, context.program);
  context.program.recordClaim(kind, object.id, inputs);
  const fixed = differences(kind, object.values, inputs.declared).filter(
    ({ path: [name = ""], declared }) =>
      kind.inputs[name]?.mark === "replace" && !isKept(kind, name) && !containsUnknown(declared),
  );
  if (fixed.length > 0) {
    const said = fixed.map(
      ({ path, actual, declared }) =>
        `\`${placeOf(kind, path, inputs)}\` is declared as ${quoted(declared, isHidden(kind, path, inputs))} and is ${actual === undefined ? "not set" : quoted(actual, isHidden(kind, path, inputs))}`,
    );
    throw new HaleconnectError("HC4010", {
      what: `${inWords(kind, inputs)}, with id ${object.id}, cannot be taken over: ${said.join(", and ")}`,
    });
  }
}

/** Pulumi shows a plain creation: what is overwritten is said here, in the preview and again when it is done. */
export function sayAdoption(kind: Kind, object: Live, inputs: Inputs, isOwn: boolean, context: Context): void {
  if (!context.said.isFirst(`adoption of ${kind.name} ${object.id}`)) {
    return;
  }
  const said = differencesOfAdopted(kind, object, inputs).map((it) => inDetail(kind, inputs, it));
  const renewal = kind.renewal?.(object.values, inputs.declared, context.today());
  const fate = inputs.policies.onDestroy ?? "retain";
  console.warn(
    [
      isOwn
        ? `${named(kind, object.id, inputs)} is there, and is this resource's own as far as the journal tells: where a replacement is forced, no new one is made, and this one stays.`
        : `${named(kind, object.id, inputs)} is there already, and is taken over, not created.`,
      said.length === 0 ? "It is as it is declared." : `What changes: ${said.join("; ")}.`,
      ...(renewal === undefined ? [] : [`It is made anew in its place: ${renewal}.`]),
      ...(isOwn || fate !== "retain"
        ? []
        : [`It stays there when the stack goes, unless \`onDestroy: "${fatesOf(kind)[0]}"\` is declared.`]),
    ].join(" "),
  );
}

/** What is sent to it: what only the state keeps is not, nor what is set there and only ever written. */
export function differencesOfAdopted(kind: Kind, { values }: Live, { declared }: Inputs): Difference[] {
  return differences(kind, values, declared).filter(({ path }) => !isKept(kind, path[0] ?? ""));
}

/** All that taking it over may send; nothing, where it is as it is declared. */
export function writesOfAdoption(kind: Kind, object: Live, inputs: Inputs, context: Context): readonly Operation[] {
  const isDue = kind.renewal?.(object.values, inputs.declared, context.today()) !== undefined;
  return isDue || differencesOfAdopted(kind, object, inputs).length > 0 ? updatesOf(kind) : [];
}

/** The same of what exists with its owner, of a list member by member; where nothing was there nothing is overwritten. */
export function sayAttaching(kind: AttachedKind, { id, values }: Live, inputs: Inputs, context: Context): void {
  const changes = differences(kind, values, inputs.declared).filter(({ actual }) => !isEmpty(actual));
  const said = changes.flatMap((it) => {
    const list = kind.identity.lists?.[it.path[0] ?? ""];
    return list === undefined || isHidden(kind, it.path, inputs) || containsUnknown(it.declared)
      ? [inDetail(kind, inputs, it)]
      : memberByMember(kind, it, list.keyOf);
  });
  if (said.length > 0 && context.said.isFirst(`taking hold of ${kind.name} ${id}`)) {
    console.warn(`${named(kind, id, inputs)} is there already, and is taken up as it is declared: ${said.join("; ")}.`);
  }
}

function memberByMember(
  { inputs }: Kind,
  { path, actual, declared }: Difference,
  keyOf: (member: unknown) => string,
): string[] {
  const type = inputs[path[0] ?? ""]?.type;
  const byKey = (value: unknown) =>
    new Map((Array.isArray(value) ? value : isEmpty(value) ? [] : [value]).map((it: unknown) => [keyOf(it), it]));
  const [before, after] = [byKey(actual), byKey(declared)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const isInBoth = before.has(key) && after.has(key);
    if (isInBoth && type !== undefined && meansTheSame(type, [before.get(key)], [after.get(key)])) {
      return [];
    }
    const [was, becomes] = [shown(before.get(key)), shown(after.get(key))];
    const what = `of \`${writePath(path)}\``;
    return before.has(key)
      ? [after.has(key) ? `${what} ${was} becomes ${becomes}` : `${what} ${was} is taken away`]
      : [`${becomes} is added to \`${writePath(path)}\``];
  });
}

function inDetail(kind: Kind, inputs: Inputs, difference: Difference): string {
  const { path, actual, declared } = difference;
  const field = `\`${placeOf(kind, path, inputs)}\``;
  if (isHidden(kind, path, inputs)) {
    return `${field} becomes another one (both are secret)`;
  }
  const now = isEmpty(actual) ? "not set" : shown(actual);
  return `${field} is ${now} and ${containsUnknown(declared) ? "becomes what is not known yet" : isEmpty(declared) ? "is cleared" : `becomes ${shown(declared)}`}`;
}

/** The key in words, unless a part of it is secret. */
function named(kind: Kind, id: string, inputs: Inputs): string {
  const isShown = kind.identity.fields.every((field) => !isHidden(kind, [field], inputs));
  return isShown ? `${inWords(kind, inputs)}, with id ${id},` : `${kind.name} ${id}`;
}

const longest = 200;

function shown(value: unknown): string {
  const text = value === undefined ? "not set" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
