import type { ApiField } from "../../documents";
import type { Binding } from "../../file/model";
import { nameOfPath } from "../field-name";
import { valuesKnown, valuesKnownMissing } from "../values";

/** A phrase if values that the binding uses are no longer among those of the server. */
export function valuesTrouble(
  { own, theirs }: { readonly own: ApiField; readonly theirs: ApiField },
  { values, remarks = [] }: Binding,
): string[] {
  const name = nameOfPath(own.path);
  const table = values?.[name] ?? {};
  const known = valuesKnownMissing(remarks, name);
  if (theirs.values === undefined || known === "too many") {
    return [];
  }
  // Where the provider has no enumeration, a program may declare each value that the server had.
  const mine = own.values ?? (values?.[name] === undefined ? valuesKnown(remarks, name) : []);
  const used = [...new Set([...mine, ...Object.keys(table)])]
    .filter((value) => Object.hasOwn(table, value) || !known.includes(value))
    .map((value) => table[value] ?? (Object.hasOwn(table, value) ? undefined : value));
  const gone = used.flatMap((value) =>
    value === undefined || theirs.values?.includes(String(value)) === true ? [] : [String(value)],
  );
  return gone.length === 0 ? [] : [`\`${nameOfPath(theirs.path)}\` no longer has ${listed(gone)}`];
}

function listed(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(", ");
}
