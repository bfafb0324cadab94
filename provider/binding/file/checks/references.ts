import { z } from "zod";
import { isWrite, type Operation } from "../../../contract/operation";
import { readFieldPath } from "../../applying/field-path";
import type { Binding } from "../model";
import { suggestion } from "../suggestion";
import type { Inconsistency } from "./inconsistency";
import { membersOf, parametersOf, unknownParameter } from "./names";

/** The provider's operations by their key, and what the file says of them. */
export interface KnownNames {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly bindings: Readonly<Record<string, Binding>>;
}

/** What a binding says of other operations of the provider, and is wrong. */
export function wrongReferences(operation: Operation, binding: Binding, known: KnownNames): readonly Inconsistency[] {
  const { foundIn, with: joined, thenRead } = binding;
  return [
    ...(foundIn === undefined ? [] : wrongSearch(operation, foundIn, known)),
    ...Object.entries(joined ?? {}).flatMap(([name, join]) => wrongJoin(operation, name, join, known)),
    ...(thenRead === undefined ? [] : wrongReading(operation, thenRead, known)),
  ];
}

function wrongSearch(operation: Operation, { list, where }: NonNullable<Binding["foundIn"]>, known: KnownNames) {
  const listed = known.operations.get(list);
  const [path, fields] = [["foundIn", "list"], membersOf(listed?.answer)];
  const own = parametersOf(operation);
  const used = [...Object.values(where), ...Object.keys(listed?.pathParameters ?? {})];
  const isReadable = listed !== undefined && Object.values(where).every((name) => own.includes(name));
  const unused = Object.keys(operation.pathParameters).filter((name) => isReadable && !used.includes(name));
  return [
    ...(isWrite(operation)
      ? [{ path: ["foundIn"], message: `${operation.key} writes, and a list cannot do that` }]
      : []),
    ...unused.map((name) => ({
      path: ["foundIn", "where"],
      message: `\`${name}\` is not used: an object that differs in it would be taken as well`,
    })),
    ...listOrProblem(path, list, known),
    ...(listed === undefined ? [] : lacking(path, listed, known, Object.keys(operation.pathParameters))),
    ...Object.entries(where).flatMap(([field, parameter]) => [
      ...unknownParameter(operation, own, ["foundIn", "where", field], parameter),
      ...(listed === undefined || fields === "any" || fields.includes(readFieldPath(field)[0] ?? "")
        ? []
        : [
            {
              path: ["foundIn", "where", field],
              message: `the items of ${list} have no field \`${field}\`${suggestion(field, fields, "fields")}`,
            },
          ]),
    ]),
  ];
}

function wrongJoin(
  operation: Operation,
  name: string,
  { list, path = {} }: NonNullable<Binding["with"]>[string],
  known: KnownNames,
) {
  const listed = known.operations.get(list);
  const at = ["with", name, "list"];
  const taken = Object.keys(listed?.pathParameters ?? {});
  return [
    ...listOrProblem(at, list, known),
    ...(listed === undefined
      ? []
      : [
          ...Object.keys(path).flatMap((parameter) =>
            unknownParameter(listed, taken, ["with", name, "path", parameter]),
          ),
          ...lacking(at, listed, known, [...Object.keys(operation.pathParameters), ...Object.keys(path)]),
        ]),
  ];
}

/** The object that was written is read by the address of the write: an object that was just made has none yet. */
function wrongReading(operation: Operation, thenRead: string, known: KnownNames): readonly Inconsistency[] {
  const read = known.operations.get(thenRead);
  if (read === undefined) {
    return unknownOperation(["thenRead"], thenRead, known);
  }
  const path = ["thenRead"];
  const unknown = lacking(path, read, known, Object.keys(operation.pathParameters));
  const isOther =
    unknown.length === 0 && (Object.keys(read.pathParameters).length === 0 || operation.method === "POST");
  return [
    ...(isOther
      ? [{ path, message: `${thenRead} would not read the object that ${operation.key} writes: nothing names it` }]
      : []),
    ...(known.bindings[thenRead]?.missing === true
      ? [{ path, message: `${thenRead} is missing on the server, says this file` }]
      : []),
    ...unknown,
  ];
}

function listOrProblem(path: readonly string[], key: string, known: KnownNames): readonly Inconsistency[] {
  const operation = known.operations.get(key);
  if (operation === undefined) {
    return unknownOperation(path, key, known);
  }
  return operation.answer instanceof z.ZodArray ? [] : [{ path, message: `${key} gives no list` }];
}

/** Path parameters of the other operation for which there is no value, and which the server takes. */
function lacking(
  path: readonly string[],
  other: Operation,
  { bindings }: KnownNames,
  given: readonly string[],
): readonly Inconsistency[] {
  return Object.keys(other.pathParameters)
    .filter((name) => !given.includes(name) && bindings[other.key]?.parameters?.[name] !== null)
    .map((name) => ({ path, message: `nothing gives ${other.key} its parameter \`${name}\`` }));
}

export function unknownOperation(path: readonly string[], key: string, known: KnownNames): readonly Inconsistency[] {
  return [
    {
      path,
      message: `the provider has no operation ${key}${suggestion(key, [...known.operations.keys()], "operations")}`,
    },
  ];
}
