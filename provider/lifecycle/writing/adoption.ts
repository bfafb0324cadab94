import { HaleconnectError } from "../../errors";
import type { AttachedKind, Kind, Live, Call } from "../../kinds";
import { meansTheSame } from "../../kinds/equality";
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

/** Refuses to take over an existing object if something speaks against it, before the provider sends anything. */
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
        `\`${placeOf(kind, path, inputs)}\` is declared as ${quoted(declared, isHidden(kind, path, inputs))} but is ${actual === undefined ? "not set" : quoted(actual, isHidden(kind, path, inputs))}`,
    );
    throw new HaleconnectError("HC4010", {
      what: `${inWords(kind, inputs)}, with id ${object.id}, cannot be taken over: ${said.join(", and ")}`,
    });
  }
}

/** Warns what an adoption overwrites, in the preview and in the run, because Pulumi shows it as a plain creation. */
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
        ? `${named(kind, object.id, inputs)} exists and, according to the journal, is this resource's own. A forced replacement keeps it and creates no new one.`
        : `${named(kind, object.id, inputs)} exists already. The provider takes it over and does not create it.`,
      said.length === 0 ? "It already matches its declaration." : `What changes: ${said.join("; ")}.`,
      ...(renewal === undefined ? [] : [`The provider renews it: ${renewal}.`]),
      ...(isOwn || fate !== "retain"
        ? []
        : [`\`pulumi destroy\` leaves it on the server, unless you declare \`onDestroy: "${fatesOf(kind)[0]}"\`.`]),
    ].join(" "),
  );
}

/** Returns what an adoption changes. It leaves out fields that only the state keeps, and write-only fields. */
export function differencesOfAdopted(kind: Kind, { values }: Live, { declared }: Inputs): Difference[] {
  return differences(kind, values, declared).filter(({ path }) => !isKept(kind, path[0] ?? ""));
}

/** Returns every write that an adoption may send: none if the object already matches its declaration. */
export function writesOfAdoption(kind: Kind, object: Live, inputs: Inputs, context: Context): readonly Call[] {
  const isDue = kind.renewal?.(object.values, inputs.declared, context.today()) !== undefined;
  return isDue || differencesOfAdopted(kind, object, inputs).length > 0 ? updatesOf(kind) : [];
}

/**
 * Warns what attaching an object overwrites; for a list, member by member. Filling in an empty value is no overwriting.
 */
export function sayAttaching(kind: AttachedKind, { id, values }: Live, inputs: Inputs, context: Context): void {
  const changes = differences(kind, values, inputs.declared).filter(({ actual }) => !isEmpty(actual));
  const said = changes.flatMap((it) => {
    const list = kind.identity.lists?.[it.path[0] ?? ""];
    return list === undefined || isHidden(kind, it.path, inputs) || containsUnknown(it.declared)
      ? [inDetail(kind, inputs, it)]
      : memberByMember(kind, it, list.keyOf);
  });
  if (said.length > 0 && context.said.isFirst(`taking hold of ${kind.name} ${id}`)) {
    console.warn(
      `${named(kind, id, inputs)} exists already. The provider attaches it and changes it: ${said.join("; ")}.`,
    );
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
      ? [after.has(key) ? `${what} ${was} becomes ${becomes}` : `${what} ${was} is removed`]
      : [`${becomes} is added to \`${writePath(path)}\``];
  });
}

function inDetail(kind: Kind, inputs: Inputs, difference: Difference): string {
  const { path, actual, declared } = difference;
  const field = `\`${placeOf(kind, path, inputs)}\``;
  if (isHidden(kind, path, inputs)) {
    return `${field} changes (both values are secret)`;
  }
  const now = isEmpty(actual) ? "not set" : shown(actual);
  return `${field} is ${now} and ${containsUnknown(declared) ? "gets a value that is not known yet" : isEmpty(declared) ? "is cleared" : `becomes ${shown(declared)}`}`;
}

/** Names the object by its key and id, or only by its id if a part of the key is secret. */
function named(kind: Kind, id: string, inputs: Inputs): string {
  const isShown = kind.identity.fields.every((field) => !isHidden(kind, [field], inputs));
  return isShown ? `${inWords(kind, inputs)}, with id ${id},` : `${kind.name} ${id}`;
}

const longest = 200;

function shown(value: unknown): string {
  const text = value === undefined ? "not set" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
