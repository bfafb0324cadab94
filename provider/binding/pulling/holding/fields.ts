import type { ApiField } from "../../documents";
import type { Form, ReceivedSpec, SentSpec } from "../../file/model";
import { nameOfPath } from "../field-name";
import { formOf } from "../form";

/** Fields that still belong together, and what is to be said of the others. */
export interface Held {
  readonly pairs: readonly { readonly own: ApiField; readonly theirs: ApiField }[];
  readonly trouble: readonly string[];
}

/** A phrase if a value is of another type there than the file says. */
export function formTrouble(own: ApiField, theirs: ApiField, spec: SentSpec | ReceivedSpec | undefined): string[] {
  const written: Form | undefined = typeof spec === "object" && spec !== null && "as" in spec ? spec.as : undefined;
  const needed = formOf(own, theirs);
  const isChosen = written === "iso" ? theirs.type === "string" : written === "seconds" && theirs.type !== "string";
  return needed === written || isChosen || theirs.type === "unknown"
    ? []
    : [`\`${nameOfPath(theirs.path)}\` is of type ${theirs.type} there`];
}

/** The fields that hold a value by themselves: no object with members, and nothing within a list. */
export function valuesIn(fields: readonly ApiField[]): readonly ApiField[] {
  return fields.filter(({ path }) => path.length > 0 && !path.includes("[]") && !isHolder(path, fields));
}

/** A line for an object, or for the whole body, counts for all that is in it. */
export function isWithin(path: readonly string[], specs: Readonly<Record<string, unknown>>): boolean {
  return path.some((_, index) => Object.hasOwn(specs, nameOfPath(path.slice(0, index))));
}

function isHolder(path: readonly string[], fields: readonly ApiField[]): boolean {
  return fields.some(
    (it) =>
      it.path.length > path.length &&
      it.path[path.length] !== "[]" &&
      path.every((step, index) => step === it.path[index]),
  );
}

/** By its name, or as a member of an object whose members the document does not tell. */
export function isKnown(fields: readonly ApiField[], name: string): boolean {
  const names = fields.map(({ path }) => nameOfPath(path));
  const isOpen = (holder: string): boolean => !names.some((it) => it !== holder && isBelow(it, holder));
  return name === ""
    ? fields.length === 0 || names.includes("")
    : names.includes(name) || names.some((it) => isBelow(name, it) && isOpen(it));
}

function isBelow(name: string, holder: string): boolean {
  return holder === "" || name.startsWith(`${holder}.`) || name.startsWith(`${holder}[]`);
}
