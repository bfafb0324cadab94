import { z } from "zod";
import { allOperations, type Operation } from "../../contract";
import { compile } from "../applying/expression";
import { readFieldPath } from "../applying/field-path";
import { parametersIn, readPlace, type Part } from "../applying/place";
import type { Binding, ContractFile, SentSpec } from "./model";

/** Something that the form allows and that cannot work. */
export interface Inconsistency {
  readonly path: readonly string[];
  readonly message: string;
}

/** What is wrong with a contract file beyond its form. */
export function problemsIn({ operations }: ContractFile): readonly Inconsistency[] {
  const known = new Map(allOperations.map((operation) => [operation.key, operation]));
  return [
    ...Object.entries(operations).flatMap(([key, binding]) => {
      const operation = known.get(key);
      const problems =
        operation === undefined
          ? [{ path: [], message: `the provider has no operation ${key}` }]
          : [...formOf(operation, binding), ...problemsWith(operation, binding, known)];
      return problems.map(({ path, message }) => ({ path: ["operations", key, ...path], message }));
    }),
    ...boundTwice(operations),
  ];
}

/** What stands in one binding and contradicts itself. */
function formOf(_operation: Operation, binding: Binding): readonly Inconsistency[] {
  const isBound = binding.method !== undefined || binding.path !== undefined || binding.foundIn !== undefined;
  const says = [
    ...(binding.same === true ? ["same"] : []),
    ...(binding.missing === true ? ["missing"] : []),
    ...(isBound ? ["a method, a path or a list"] : []),
  ];
  return [
    ...(says.length > 1 ? [{ path: [], message: `it says ${says.join(" and ")}: only one of them can be true` }] : []),
    ...(binding.confirmed === true && says.length === 0
      ? [
          {
            path: ["confirmed"],
            message: "it confirms nothing: write the method and the path, or `same: true`, or `missing: true`",
          },
        ]
      : []),
  ];
}

function problemsWith(
  operation: Operation,
  binding: Binding,
  known: ReadonlyMap<string, Operation>,
): readonly Inconsistency[] {
  return [
    ...expressionsIn(binding).flatMap(({ path, text }) => brokenExpression(path, text)),
    ...namesOf(operation, binding),
    ...withoutSource(operation, binding),
    ...referencesIn(binding).flatMap(({ path, key }) =>
      known.has(key) ? [] : [{ path, message: `the provider has no operation ${key}` }],
    ),
  ];
}

function expressionsIn({ bodyExpression, answerExpression, answer }: Binding) {
  const inAnswer = Object.entries(answer ?? {}).flatMap(([name, spec]) =>
    typeof spec === "object" && spec !== null && "expression" in spec
      ? [{ path: ["answer", name], text: spec.expression }]
      : [],
  );
  return [
    ...(bodyExpression === undefined ? [] : [{ path: ["bodyExpression"], text: bodyExpression }]),
    ...(answerExpression === undefined ? [] : [{ path: ["answerExpression"], text: answerExpression }]),
    ...inAnswer,
  ];
}

function brokenExpression(path: readonly string[], text: string): readonly Inconsistency[] {
  try {
    compile(text);
    return [];
  } catch (error) {
    const { message, position } = error as { readonly message?: string; readonly position?: number };
    const where = position === undefined ? "" : ` (character ${position})`;
    return [{ path, message: `the expression cannot be read: ${message ?? String(error)}${where}` }];
  }
}

/** Names that the provider's own operation does not have. */
function namesOf(operation: Operation, { parameters, body, answer }: Binding): readonly Inconsistency[] {
  const own = [...Object.keys(operation.pathParameters), ...Object.keys(operation.query)];
  const unknown = Object.keys(parameters ?? {}).filter((name) => !own.includes(name));
  return [
    ...unknown.map((name) => ({
      path: ["parameters", name],
      message: `${operation.key} has no parameter ${name}; it has ${own.length === 0 ? "none" : own.join(", ")}`,
    })),
    ...unknownFields(operation.body, body, "body", operation),
    ...unknownFields(operation.answer, answer, "answer", operation),
  ];
}

function unknownFields(
  type: z.ZodType | undefined,
  fields: Readonly<Record<string, unknown>> | undefined,
  where: "body" | "answer",
  { key }: Operation,
): readonly Inconsistency[] {
  const known = membersOf(type);
  return known === undefined
    ? []
    : Object.keys(fields ?? {})
        .filter((name) => name !== "" && !known.includes(readFieldPath(name)[0] ?? ""))
        .map((name) => ({ path: [where, name], message: `the ${where} of ${key} has no field ${name}` }));
}

/** undefined: any name may be one. */
function membersOf(type: z.ZodType | undefined): readonly string[] | undefined {
  if (type instanceof z.ZodArray) {
    return membersOf(type.element as z.ZodType);
  }
  return type instanceof z.ZodObject ? Object.keys(type.shape) : undefined;
}

/** Parameters of the server's path for which nothing gives a value. */
function withoutSource(operation: Operation, binding: Binding): readonly Inconsistency[] {
  if (binding.path === undefined) {
    return [];
  }
  const given = new Set([
    ...Object.keys(operation.pathParameters).filter((name) => binding.parameters?.[name] === undefined),
    ...Object.values(binding.parameters ?? {}).flatMap((spec) => pathNameIn(spec, "path")),
    ...Object.entries(binding.parameters ?? {})
      .filter(([name]) => Object.hasOwn(operation.query, name))
      .flatMap(([, spec]) => pathNameIn(spec, "query")),
    ...Object.values(binding.body ?? {}).flatMap((spec) => pathNameIn(spec, "body")),
    ...Object.keys(binding.fixed ?? {}).flatMap((place) => pathNameIn(place, "body")),
  ]);
  return parametersIn(binding.path)
    .filter((name) => !given.has(name))
    .map((name) => ({
      path: ["path"],
      message: `nothing gives {${name}}: say under \`parameters\`, \`body\` or \`fixed\` where its value comes from`,
    }));
}

function pathNameIn(spec: SentSpec, part: Part): readonly string[] {
  const to = spec === null || typeof spec === "string" ? spec : spec.to;
  const place = to === null ? undefined : readPlace(to, part);
  return place?.part === "path" ? [place.at.join(".")] : [];
}

function referencesIn({ foundIn, with: joined, thenRead }: Binding) {
  return [
    ...(foundIn === undefined ? [] : [{ path: ["foundIn", "list"], key: foundIn.list }]),
    ...(thenRead === undefined ? [] : [{ path: ["thenRead"], key: thenRead }]),
    ...Object.entries(joined ?? {}).map(([name, { list }]) => ({ path: ["with", name, "list"], key: list })),
  ];
}

/** Two operations of the provider that go to the same one of the server: a slip, unless both say that it is meant. */
function boundTwice(operations: ContractFile["operations"]): readonly Inconsistency[] {
  const byPlace = new Map<string, string[]>();
  for (const [key, { method, path, shared }] of Object.entries(operations)) {
    if (method !== undefined && path !== undefined && shared !== true) {
      const place = `${method} ${path.replace(/\{[^{}]+\}/g, "{}")}`;
      byPlace.set(place, [...(byPlace.get(place) ?? []), key]);
    }
  }
  return [...byPlace.values()].flatMap(([first, ...others]) =>
    others.map((key) => ({
      path: ["operations", key, "path"],
      message: `${first ?? ""} is bound to this operation of the server as well. If both are right, write \`shared: true\` for each of them`,
    })),
  );
}
