import type { Binding, Form } from "../file/model";
import { fromServer, toServer } from "./written-form";

type Values = NonNullable<Binding["values"]>;

/** What becomes of a value on its way to the server. undefined: nothing. */
export function changeOnTheWay(values: Values | undefined, name: string, form: Form | undefined, isInBody: boolean) {
  const table = { ...(isInBody ? values?.["*"] : undefined), ...values?.[name] };
  return combine(
    Object.keys(table).length === 0 ? undefined : (value) => renamed(table, value),
    form === undefined ? undefined : (value) => toServer(form, value),
  );
}

/** What becomes of a value on its way back. Of two values that the server calls the same, the first one comes back. */
export function changeOnTheWayBack(values: Values | undefined, name: string, form: Form | undefined) {
  const told = Object.entries(values?.[name] ?? {}).filter(([, theirs]) => theirs !== null);
  const table = new Map(told.reverse().map(([own, theirs]) => [String(theirs), own]));
  return combine(
    form === undefined ? undefined : (value) => fromServer(form, value),
    table.size === 0 ? undefined : (value) => namedBack(table, value),
  );
}

type Change = (value: unknown) => unknown;

function combine(first: Change | undefined, second: Change | undefined): Change | undefined {
  return first === undefined || second === undefined ? (first ?? second) : (value) => second(first(value));
}

function renamed(table: Values[string], value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => renamed(table, item));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, renamed(table, inside)]));
  }
  return typeof value === "string" && Object.hasOwn(table, value) ? table[value] : value;
}

function namedBack(table: ReadonlyMap<string, string>, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => namedBack(table, item));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, namedBack(table, inside)]));
  }
  const isScalar = ["string", "number", "boolean"].includes(typeof value);
  return isScalar ? (table.get(String(value)) ?? value) : value;
}
