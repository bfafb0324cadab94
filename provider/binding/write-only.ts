import type { Binding } from "./file/model";

/** The binding with a line for each field that the server takes and never gives back: it gives none. */
export function withWriteOnly(binding: Binding): Binding {
  const { writeOnly } = binding;
  return writeOnly === undefined
    ? binding
    : { ...binding, answer: { ...binding.answer, ...Object.fromEntries(writeOnly.map((name) => [name, null])) } };
}
