import { shapeOfPath } from "../applying/place";
import { operationsByKey } from "../../contract";
import { brokenExpressions } from "./checks/expressions";
import type { Inconsistency } from "./checks/inconsistency";
import { unknownNames } from "./checks/names";
import { troubledPlaces } from "./checks/places";
import { unknownOperation, wrongReferences, type KnownNames } from "./checks/references";
import type { Binding, ContractFile } from "./model";

/** What is wrong with a contract file beyond its form; not much more than the given number of problems. */
export function problemsIn({ operations }: ContractFile, most: number): readonly Inconsistency[] {
  const known = {
    operations: operationsByKey,
    bindings: operations,
  };
  const found: Inconsistency[] = [];
  for (const [key, binding] of Object.entries(operations)) {
    if (found.length >= most) {
      return found;
    }
    const problems = problemsWith(key, binding, known);
    found.push(...problems.map(({ path, message }) => ({ path: ["operations", key, ...path], message })));
  }
  return [...found, ...boundTwice(operations)];
}

function problemsWith(key: string, binding: Binding, known: KnownNames): readonly Inconsistency[] {
  const operation = known.operations.get(key);
  return operation === undefined
    ? unknownOperation([], key, known)
    : [
        ...contradictions(binding),
        ...wrongWriteOnly(binding),
        ...brokenExpressions(binding),
        ...unknownNames(operation, binding),
        ...troubledPlaces(operation, binding),
        ...wrongReferences(operation, binding, known),
      ];
}

/** What stands in one binding and contradicts itself. */
function contradictions(binding: Binding): readonly Inconsistency[] {
  const isBound = binding.method !== undefined || binding.path !== undefined || binding.foundIn !== undefined;
  const says = [
    ...(binding.same === true ? ["same"] : []),
    ...(binding.missing === true ? ["missing"] : []),
    ...(isBound ? ["a method, a path or a list"] : []),
    ...(binding.chosen === undefined ? [] : ["chosen"]),
  ];
  const idle = binding.same === true || binding.missing === true ? differencesIn(binding) : [];
  return [
    ...(says.length > 1 ? [{ path: [], message: sayingTooMuch(binding, says) }] : []),
    ...idle.map((name) => ({
      path: [name],
      message: `\`${name}\` has no effect beside \`${binding.same === true ? "same" : "missing"}: true\`: remove one of the two`,
    })),
    ...(binding.confirmed === true && (says.length === 0 || binding.chosen !== undefined)
      ? [
          {
            path: ["confirmed"],
            message:
              binding.chosen === undefined
                ? "it confirms nothing: write the method and the path, or `same: true`, or `missing: true`"
                : "it confirms nothing yet: pull again, which binds what is chosen, and compare its fields",
          },
        ]
      : []),
  ];
}

function sayingTooMuch({ chosen }: Binding, says: readonly string[]): string {
  return chosen === undefined
    ? `it says ${says.join(" and ")}: only one of them can be true`
    : "beside `chosen`, remove the method and the path, `foundIn`, `same` and `missing`: the next pull writes what is right";
}

/** What cannot be given by nobody: that which tells one object from another, and that of which a line says where it stands. */
function wrongWriteOnly({ writeOnly = [], answer = {} }: Binding): readonly Inconsistency[] {
  return writeOnly.flatMap((name, index) => {
    const path = ["writeOnly", index];
    const line = Object.keys(answer).find(
      (it) => answer[it] !== null && (it === name || it.startsWith(`${name}.`) || it.startsWith(`${name}[]`)),
    );
    return [
      ...(name === "id" ? [{ path, message: "`id` has to be given back: the provider knows the object by it" }] : []),
      ...(line === undefined
        ? []
        : [
            { path, message: `\`answer.${line}\` says where the server gives \`${name}\` back: remove one of the two` },
          ]),
    ];
  });
}

/** What a binding says of how the server has the operation, beyond the place. */
function differencesIn(binding: Binding): readonly string[] {
  const differences = [
    "parameters",
    "body",
    "bodyExpression",
    "fixed",
    "part",
    "list",
    "answer",
    "answerExpression",
    "writeOnly",
    "values",
    "paging",
    "with",
    "thenRead",
  ] as const;
  return differences.filter((name) => binding[name] !== undefined);
}

/** Two operations of the provider that go to the same one of the server: a slip, unless both say that it is meant. */
function boundTwice(operations: ContractFile["operations"]): readonly Inconsistency[] {
  const byPlace = new Map<string, string[]>();
  for (const [key, { method, path, shared }] of Object.entries(operations)) {
    if (method !== undefined && path !== undefined && shared !== true) {
      const place = `${method} ${shapeOfPath(path)}`;
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
