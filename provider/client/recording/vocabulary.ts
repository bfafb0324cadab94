import { z } from "zod";
import { allOperations, store, type Operation } from "../../contract";

export interface Vocabulary {
  /** Values of enumerations. */
  readonly values: ReadonlySet<string>;
  /** Names of fields. */
  readonly names: ReadonlySet<string>;
}

/** Names of which the contract tells only in words (docs/platform.md#permission-info, docs/platform.md#bucket-properties). */
const inWords = ["user", "organisations", "public"];

let known: Vocabulary | undefined;

/** The words of the provider's own contract. They tell nothing of a tenant. */
export function vocabulary(): Vocabulary {
  return (known ??= collect(allOperations));
}

function collect(operations: readonly Operation[]): Vocabulary {
  const values = new Set<string>();
  const names = new Set<string>([...inWords, ...store.bucketPropertyNames]);
  const seen = new Set<z.ZodType>();
  const visit = (type: z.ZodType): void => {
    if (seen.has(type)) {
      return;
    }
    seen.add(type);
    if (type instanceof z.ZodEnum) {
      type.options.forEach((option) => values.add(String(option)));
    }
    if (type instanceof z.ZodObject) {
      Object.keys(type.shape).forEach((name) => names.add(name));
    }
    innerTypesOf(type).forEach(visit);
  };
  for (const { answer, body, query, pathParameters } of operations) {
    [answer, ...(body === undefined ? [] : [body]), ...Object.values({ ...query, ...pathParameters })].forEach(visit);
  }
  return { values, names };
}

function innerTypesOf(type: z.ZodType): readonly z.ZodType[] {
  if (type instanceof z.ZodObject) {
    return Object.values<z.ZodType>(type.shape);
  }
  if (type instanceof z.ZodArray) {
    return [type.element as z.ZodType];
  }
  if (type instanceof z.ZodRecord) {
    return [type.valueType as z.ZodType];
  }
  if (type instanceof z.ZodUnion) {
    return type.options as z.ZodType[];
  }
  return type instanceof z.ZodOptional || type instanceof z.ZodNullable ? [type.unwrap() as z.ZodType] : [];
}
