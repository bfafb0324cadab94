import { operationsByKey, type Operation } from "../../contract";
import { parametersIn } from "../applying/place";
import type { Binding, ContractFile } from "../file/model";
import { fromOf } from "./answer";
import type { Bound } from "./choice";
import { grouped } from "./grouped";
import { bodyPlacements, parameterPlacements, placeInWords } from "./placement";
import { mayLookTheSame } from "./undecidable";

/** Something in a contract file that cannot be served as the file says. */
export interface Remark {
  readonly path: readonly string[];
  readonly message: string;
  /** Of which it holds. */
  readonly operation: string;
}

type Inside = Pick<Remark, "path" | "message">;

/** Whether the server finds the value of a parameter that no call gives. */
export type Finds = (operation: Operation, parameter: string) => boolean;

/** All that a rehearsal of the file cannot try, or tries in another way. */
export function remarksOn({ operations }: ContractFile, finds: Finds): readonly Remark[] {
  const bound = Object.entries(operations).flatMap(([key, binding]): Bound[] => {
    const operation = operationsByKey.get(key);
    return operation === undefined || !isServed(binding) ? [] : [{ operation, binding }];
  });
  return [...bound.flatMap((one) => remarksOnOne(one, finds)), ...lookingTheSame(bound)].map(({ path, ...remark }) => ({
    ...remark,
    path: ["operations", ...path],
  }));
}

/** An operation that the server has: not one that is missing, still to be chosen, or found in a list. */
export function isServed({ missing, candidates, chosen, foundIn }: Binding): boolean {
  return missing !== true && (candidates ?? chosen ?? foundIn) === undefined;
}

function remarksOnOne({ operation, binding }: Bound, finds: Finds): readonly Remark[] {
  const { key } = operation;
  return [...expressions(binding), ...twice(operation, binding), ...lost(operation, binding, finds)]
    .concat(alike(binding), nameless(operation, binding), untold(binding))
    .map(({ path, message }) => ({ path: [key, ...path], message, operation: key }));
}

const asItIs = "It travels in the provider's own form, and the expression is not tried.";

function expressions({ bodyExpression, answerExpression, answer }: Binding): readonly Inside[] {
  const computed = Object.entries(answer ?? {}).flatMap(([name, spec]) =>
    typeof spec === "object" && spec !== null && "expression" in spec ? [name] : [],
  );
  return [
    ...(bodyExpression === undefined
      ? []
      : [{ path: ["bodyExpression"], message: `the body comes from an expression. ${asItIs}` }]),
    ...(answerExpression === undefined
      ? []
      : [{ path: ["answerExpression"], message: `the answer comes from an expression. ${asItIs}` }]),
    ...(answerExpression !== undefined || computed.length === 0
      ? []
      : [
          {
            path: ["answer", computed[0] ?? ""],
            message:
              computed.length === 1
                ? `${quoted(computed)} comes from an expression. ${asItIs}`
                : `${quoted(computed)} come from expressions. They travel in the provider's own form, and the expressions are not tried.`,
          },
        ]),
  ];
}

/** Several values of the provider for which the server has one place. */
function twice(operation: Operation, binding: Binding): readonly Inside[] {
  const sent = [...parameterPlacements(operation, binding), ...bodyPlacements(binding)].flatMap(({ name, server }) =>
    server === undefined ? [] : [[placeInWords(server), name] as const],
  );
  const given = Object.entries(binding.answer ?? {}).flatMap(([name, spec]) => {
    const from = fromOf(spec);
    return from === undefined ? [] : [[from, name] as const];
  });
  return [
    ...shared(sent).map(({ place, names }) => ({
      path: [],
      message: `${quoted(names)} go to one place, \`${place}\`. Each gets the value that arrives there.`,
    })),
    ...shared(given).map(({ place, names }) => ({
      path: ["answer", names[0] ?? ""],
      message: `${quoted(names)} come from one place, \`${place}\`. The server gives the last of them there.`,
    })),
  ];
}

function shared(pairs: readonly (readonly [string, string])[]) {
  return [...grouped(pairs, ([place]) => place)]
    .filter(([, group]) => group.length > 1)
    .map(([place, group]) => ({ place, names: group.map(([, name]) => name) }));
}

/** Values that the server calls alike cannot be told apart again. */
function alike({ values }: Binding): readonly Inside[] {
  return Object.entries(values ?? {}).flatMap(([field, table]) =>
    shared(Object.entries(table).map(([own, theirs]) => [JSON.stringify(theirs), own] as const)).map(
      ({ place, names }) => ({
        path: ["values", field],
        message: `${place} stands for ${quoted(names)}. The server takes it as \`${names[0] ?? ""}\`.`,
      }),
    ),
  );
}

/** Path parameters of the provider that no call carries. */
function lost(operation: Operation, binding: Binding, finds: Finds): readonly Inside[] {
  return parameterPlacements(operation, binding)
    .filter(({ own, server, name }) => own.part === "path" && server === undefined && !finds(operation, name))
    .map(({ name }) => ({
      path: ["parameters", name],
      message: `no call gives \`${name}\`, which the embedded hale»connect needs. It refuses each call.`,
    }));
}

function nameless(operation: Operation, { part }: Binding): readonly Inside[] {
  return part === null && operation.sends === "file" && operation.key.endsWith(".addFiles")
    ? [{ path: ["part"], message: "a file that is the whole body has no name. The server refuses each call." }]
    : [];
}

/** A bare list has no place for what is told of it. */
function untold({ list, paging }: Binding): readonly Inside[] {
  const place = paging?.by === "cursor" ? paging.next : paging?.by === "none" ? undefined : paging?.total;
  return list !== undefined || place === undefined || place.startsWith("header:")
    ? []
    : [
        {
          path: ["paging"],
          message: `the answer is a bare list, which has no place for \`${place}\`. Say in \`list\` where the list stands.`,
        },
      ];
}

function lookingTheSame(bound: readonly Bound[]): readonly Remark[] {
  const groups = grouped(
    bound.filter(({ binding }) => binding.path !== undefined),
    placeOf,
  );
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, at) =>
      group
        .slice(at + 1)
        .filter((other) => mayLookTheSame(one, other))
        .map((other) => ({
          path: [other.operation.key, "path"],
          operation: other.operation.key,
          message: `a call may mean ${one.operation.key} as well, and nothing in it tells which. The server tries one, and the other if that is refused.`,
        })),
    ),
  );
}

/** `PUT /members/{}`: where an operation of the server stands, whatever its parameters are called. */
export function placeOf({ operation, binding }: Bound): string {
  const path = binding.path ?? `${operation.service.basePath}${operation.path}`;
  return `${binding.method ?? operation.method} ${shapeOf(path)}`;
}

export function shapeOf(path: string): string {
  return parametersIn(path).reduce((shape, name) => shape.replace(`{${name}}`, "{}"), path);
}

function quoted(names: readonly string[]): string {
  const all = names.map((name) => (name === "" ? "the body" : `\`${name}\``));
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}`;
}
