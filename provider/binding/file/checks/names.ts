import { z } from "zod";
import type { Operation } from "../../../contract";
import { readFieldPath } from "../../applying/field-path";
import type { Binding } from "../model";
import { suggestion } from "../suggestion";
import type { Inconsistency } from "./inconsistency";

/** Names that the provider's own operation does not have. */
export function unknownNames(operation: Operation, binding: Binding): readonly Inconsistency[] {
  const { parameters, body, answer, with: joined, values, writeOnly = [] } = binding;
  const [inBody, inAnswer] = [membersOf(operation.body), membersOf(operation.answer)];
  const own = parametersOf(operation);
  return [
    ...Object.keys(parameters ?? {}).flatMap((name) => unknownParameter(operation, own, ["parameters", name])),
    ...unknownFields(operation, "body", Object.keys(body ?? {}), inBody),
    ...unknownFields(operation, "answer", Object.keys(answer ?? {}), inAnswer),
    ...unknownFields(operation, "answer", Object.keys(joined ?? {}), inAnswer, "with"),
    ...writeOnly.flatMap((name, index) =>
      unknownFields(operation, "answer", [name], inAnswer).map((it) => ({ ...it, path: ["writeOnly", index] })),
    ),
    ...(inBody === "any" || inAnswer === "any"
      ? []
      : Object.keys(values ?? {}).flatMap((name) =>
          unknownAnywhere(operation, name, [...own, ...inBody, ...inAnswer]),
        )),
  ];
}

export function parametersOf({ pathParameters, query }: Operation): readonly string[] {
  return [...Object.keys(pathParameters), ...Object.keys(query)];
}

/** The path ends with the name. */
export function unknownParameter(
  { key }: Operation,
  own: readonly string[],
  path: readonly string[],
  name = path.at(-1) ?? "",
): readonly Inconsistency[] {
  const near = own.length === 0 ? ": it has none" : suggestion(name, own, "parameters");
  return own.includes(name) ? [] : [{ path, message: `${key} has no parameter \`${name}\`${near}` }];
}

function unknownFields(
  { key }: Operation,
  where: "body" | "answer",
  names: readonly string[],
  known: Members,
  place: string = where,
): readonly Inconsistency[] {
  return known === "any"
    ? []
    : names
        .filter((name) => name !== "" && !known.includes(firstStep(name)))
        .map((name) => ({
          path: [place, name],
          message: `the ${where} of ${key} has no field \`${firstStep(name)}\`${suggestion(firstStep(name), known, "fields")}`,
        }));
}

function unknownAnywhere({ key }: Operation, name: string, known: readonly string[]): readonly Inconsistency[] {
  const step = firstStep(name);
  return ["*", ""].includes(name) || known.includes(step)
    ? []
    : [
        {
          path: ["values", name],
          message: `${key} has no parameter and no field \`${step}\`${suggestion(step, known, "names")}`,
        },
      ];
}

function firstStep(name: string): string {
  return readFieldPath(name).find((step) => step !== "[]") ?? "";
}

type Members = readonly string[] | "any";

/** The fields of a body or an answer, or of the items of a list. */
export function membersOf(type: z.ZodType | undefined): Members {
  if (type === undefined) {
    return [];
  }
  if (type instanceof z.ZodArray) {
    return membersOf(type.element as z.ZodType);
  }
  return type instanceof z.ZodObject ? Object.keys(type.shape) : "any";
}
