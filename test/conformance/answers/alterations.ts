import { z } from "zod";
import {
  listAlterations,
  totalAlterations,
  valueAlterations,
  type Alteration,
} from "../../../emulator/server/alteration";
import type { Operation } from "../../../provider/contract";

/** One thing that is wrong with one answer: which call of the operation in a life gives it, and what it is. */
export interface WrongAnswer {
  readonly operation: Operation;
  /** Calls of the operation that come before. */
  readonly after: number;
  readonly alteration: Alteration;
}

/** An operation as a life used it. */
export interface Used {
  readonly operation: Operation;
  readonly calls: number;
  readonly answers: readonly unknown[];
}

/** Everything that can be wrong with the answers of a life: each field of the models that they really have, in each way. */
export function wrongAnswers(used: readonly Used[]): WrongAnswer[] {
  return used.flatMap(({ operation, calls, answers }) => {
    const places = [{ at: [] as readonly string[], type: operation.answer }, ...placesIn(operation.answer, [])];
    const alterations = places
      .filter(({ at }) => answers.some((answer) => isThere(answer, at)))
      .flatMap(({ at, type }): Alteration[] =>
        [...valueAlterations, ...(unwrapped(type) instanceof z.ZodArray ? listAlterations : [])].map((how) => ({
          at: [...at],
          how,
        })),
      );
    const totals = operation.paged ? totalAlterations.map((how): Alteration => ({ at: [], how })) : [];
    return [...alterations, ...totals].flatMap((alteration) =>
      Array.from({ length: calls }, (_, after) => ({ operation, after, alteration })),
    );
  });
}

/** Those that matter most: what an object is recognised by is missing in the last answer of each operation. */
export function withoutIdentity(
  all: readonly WrongAnswer[],
  used: readonly Used[],
  fields: readonly string[],
): WrongAnswer[] {
  const last = new Map(used.map(({ operation, calls }) => [operation, calls - 1]));
  return all.filter(
    ({ operation, after, alteration: { at, how } }) =>
      how === "absent" && at.length <= 2 && fields.includes(at.at(-1) ?? "") && after === last.get(operation),
  );
}

/** Evenly spread over all of them, and always the same. */
export function spread<T>(all: readonly T[], count: number): T[] {
  return all.length <= count
    ? [...all]
    : Array.from({ length: count }, (_, index) => all[Math.floor(((index + 0.5) * all.length) / count)] as T);
}

interface Place {
  readonly at: readonly string[];
  readonly type: z.ZodType;
}

function placesIn(type: z.ZodType, at: readonly string[]): Place[] {
  const inner = unwrapped(type);
  if (inner instanceof z.ZodArray) {
    return placesIn(inner.element as z.ZodType, [...at, "*"]);
  }
  if (!(inner instanceof z.ZodObject)) {
    return [];
  }
  return Object.entries(inner.shape as Readonly<Record<string, z.ZodType>>).flatMap(([name, member]) => {
    const place = [...at, name];
    return [{ at: place, type: member }, ...placesIn(member, place)];
  });
}

function isThere(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) {
    return value !== undefined;
  }
  if (name === "*") {
    return Array.isArray(value) && value.some((item) => isThere(item, rest));
  }
  return typeof value === "object" && value !== null && isThere((value as Record<string, unknown>)[name], rest);
}

function unwrapped(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodOptional || type instanceof z.ZodNullable ? unwrapped(type.unwrap() as z.ZodType) : type;
}
