import { z } from "zod";
import { pageSize, type Operation, type Parameters } from "../../provider/contract";
import { invalidFieldsOf } from "../invalid-fields";
import { refuse, type InvalidField } from "../refusal";
import type { PageRequest, ValidCall } from "../services/implement";

/** The parts of a request that carry values, as they came. */
export interface RawCall {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Where it was read already. */
  readonly page?: PageRequest | undefined;
}

const paging: Parameters = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(pageSize.most).default(pageSize.default),
};

/** Every part against the operation's types; 422 with all that is invalid at once. */
export function validate(operation: Operation, raw: RawCall): ValidCall {
  const problems: InvalidField[] = [];
  const path = parameters(operation.pathParameters, raw.path, problems);
  const query = parameters(operation.query, raw.query, problems, true);
  const page = raw.page ?? parameters(paging, operation.paged ? raw.query : {}, problems);
  const body = operation.body === undefined ? undefined : parse(operation.body, raw.body, [], problems);
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
  return { path, query, body, page: page as unknown as ValidCall["page"] };
}

/** One value against one type. */
export function check<T extends z.ZodType>(type: T, value: unknown): z.output<T> {
  const problems: InvalidField[] = [];
  const read = parse(type, value, [], problems);
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
  return read as z.output<T>;
}

function parameters(
  types: Parameters,
  texts: Readonly<Record<string, unknown>>,
  problems: InvalidField[],
  optional = false,
): Record<string, unknown> {
  const present = Object.entries(types).filter(([name]) => !optional || texts[name] !== undefined);
  return Object.fromEntries(
    present.map(([name, type]) => [name, parse(type, inType(type, texts[name]), [name], problems)]),
  );
}

/**
 * Addresses carry text. Where the type wants a number or a truth value, a text that is one in JSON is read as it; any
 * other stays what it is, and the type refuses it.
 */
function inType(type: z.ZodType, text: unknown): unknown {
  const isPlain = typeof text === "string" && /^(true|false|-?(0|[1-9]\d*)(\.\d+)?)$/.test(text);
  return isPlain && !type.safeParse(text).success ? JSON.parse(text) : text;
}

function parse(type: z.ZodType, value: unknown, at: readonly PropertyKey[], problems: InvalidField[]): unknown {
  const read = type.safeParse(value);
  if (read.success) {
    return read.data;
  }
  problems.push(...invalidFieldsOf(read.error.issues, at));
  return undefined;
}
