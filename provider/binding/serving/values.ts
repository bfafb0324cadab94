import { fromServer, toServer } from "../applying/written-form";
import type { Binding, Form } from "../file/model";

type Values = Binding["values"];
type Change = (value: unknown) => unknown;

/** The provider's value of one that arrives. Of several values that the server calls alike, the first one counts. */
export function onArrival(values: Values, name: string, form: Form | undefined, isInBody: boolean): Change {
  const table = Object.entries({ ...(isInBody ? values?.["*"] : undefined), ...values?.[name] }).reverse();
  const cleared = table.findLast(([, theirs]) => theirs === null)?.[0];
  const named = new Map(table.filter(([, theirs]) => theirs !== null).map(([own, theirs]) => [String(theirs), own]));
  const back = (value: unknown): unknown =>
    value === null ? (cleared ?? null) : isScalar(value) ? (named.get(String(value)) ?? value) : value;
  return (value) => everywhere(form === undefined ? value : fromServer(form, value), back);
}

/** The server's value of one that leaves. A value that the form cannot express leaves as it is. */
export function onDeparture(values: Values, name: string, form: Form | undefined): Change {
  const table = new Map(Object.entries(values?.[name] ?? {}).filter(([, theirs]) => theirs !== null));
  const there = (value: unknown): unknown => (typeof value === "string" ? (table.get(value) ?? value) : value);
  return (value) => written(form, everywhere(value, there));
}

function written(form: Form | undefined, value: unknown): unknown {
  try {
    return form === undefined ? value : toServer(form, value);
  } catch {
    return value;
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** The change for each value within lists and objects. */
function everywhere(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => everywhere(item, change));
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, everywhere(inside, change)]))
    : change(value);
}
