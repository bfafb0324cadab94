import type { ApiField } from "../documents";
import type { ReceivedSpec, SentSpec } from "../file/model";
import { nameOfPath } from "./field-name";
import { formOf } from "./form";
import type { Pair } from "./pairing";
import type { PlacedField } from "./places";
import type { Receiving } from "./received";
import type { Sending, SentPair } from "./sent";

/** What a contract file says of a call: only what differs. */
export interface SentSpecs {
  readonly parameters: Readonly<Record<string, SentSpec>>;
  readonly body: Readonly<Record<string, SentSpec>>;
}

export function sentSpecs({ pairs, missing, unsure }: Sending, order: readonly ApiField[]): SentSpecs {
  const said: (readonly [PlacedField, SentSpec])[] = [
    ...pairs.flatMap((pair) => {
      const spec = sentSpec(pair);
      return spec === undefined ? [] : [[pair.own, spec] as const];
    }),
    ...missing.map((own) => [own, null] as const),
    ...unsure.map(({ own }) => [own, null] as const),
  ];
  const at = (isBody: boolean) =>
    said.filter(([{ place }]) => (place === "body") === isBody).map(([{ field }, spec]) => [field, spec] as const);
  return { parameters: asRecord(at(false), order), body: withWholeNulls(asRecord(at(true), order), order) };
}

function sentSpec({ own, theirs }: SentPair): SentSpec | undefined {
  const form = formOf(own.field, theirs.field);
  const name = nameOfPath(theirs.field.path);
  const to = own.place === theirs.place ? name : `${theirs.place}:${name}`;
  if (form !== undefined) {
    return { to, as: form };
  }
  return own.place === theirs.place && nameOfPath(own.field.path) === name ? undefined : to;
}

export function receivedSpecs(
  { pairs, asked, missing, unsure }: Receiving,
  order: readonly ApiField[],
): Readonly<Record<string, ReceivedSpec>> {
  const said: (readonly [ApiField, ReceivedSpec])[] = [
    ...pairs.flatMap((pair) => {
      const spec = receivedSpec(pair);
      return spec === undefined ? [] : [[pair.own, spec] as const];
    }),
    ...asked.map(({ own, parameter }) => [own, `asked:path.${parameter}`] as const),
    ...missing.map((field) => [field, null] as const),
    ...unsure.map(({ own }) => [own, null] as const),
  ];
  return withWholeNulls(asRecord(said, order), order);
}

function receivedSpec({ own, theirs }: Pair): ReceivedSpec | undefined {
  const form = formOf(own, theirs);
  const from = nameOfPath(theirs.path);
  if (form !== undefined) {
    return { from, as: form };
  }
  return nameOfPath(own.path) === from ? undefined : from;
}

/** One null for an object of which the server has no member. */
function withWholeNulls<Spec>(
  specs: Readonly<Record<string, Spec | null>>,
  own: readonly ApiField[],
): Readonly<Record<string, Spec | null>> {
  return own
    .filter(({ type }) => type === "object")
    .reduce((left, holder) => {
      const prefix = `${nameOfPath(holder.path)}.`;
      const members = own.map(({ path }) => nameOfPath(path)).filter((name) => name.startsWith(prefix));
      const said = Object.keys(left).filter((name) => name.startsWith(prefix));
      const leaves = members.filter((name) => !members.some((other) => isWithin(other, name)));
      const isAllNull = leaves.length > 0 && leaves.every((name) => Object.hasOwn(left, name) && left[name] === null);
      if (!isAllNull) {
        return left;
      }
      const others = Object.entries(left).filter(([name]) => !said.includes(name));
      return { ...Object.fromEntries(others), [nameOfPath(holder.path)]: null };
    }, specs);
}

function isWithin(name: string, holder: string): boolean {
  return name.startsWith(`${holder}.`) || name.startsWith(`${holder}[]`);
}

/** In the order in which the provider's contract has the fields. */
function asRecord<Spec>(
  said: readonly (readonly [ApiField, Spec | null])[],
  order: readonly ApiField[],
): Readonly<Record<string, Spec | null>> {
  const places = new Map(order.map(({ path }, index) => [nameOfPath(path), index]));
  const placeOf = (name: string): number => places.get(name) ?? order.length;
  const entries = said.map(([{ path }, spec]) => [nameOfPath(path), spec] as const);
  return Object.fromEntries([...entries].sort(([a], [b]) => placeOf(a) - placeOf(b)));
}
