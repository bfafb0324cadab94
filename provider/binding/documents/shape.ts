import type { ApiLimits, ApiType } from "./model";

/** What a schema says, with allOf, oneOf and anyOf resolved. */
export interface SchemaShape {
  readonly type: ApiType;
  readonly format: string | undefined;
  readonly values: readonly string[] | undefined;
  readonly description: string;
  readonly limits: ApiLimits | undefined;
  /** Schema of each member of an object. */
  readonly members: ReadonlyMap<string, unknown>;
  readonly required: ReadonlySet<string>;
  /** Schema of each item. */
  readonly items: unknown;
}

/** Of a schema that is not there. */
export const nothingKnown: SchemaShape = {
  type: "unknown",
  format: undefined,
  values: undefined,
  description: "",
  limits: undefined,
  members: new Map(),
  required: new Set(),
  items: undefined,
};
