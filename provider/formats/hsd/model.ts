/** A schema in hale's own form, whether it was written as XML or as JSON. References are the keys of types. */
export interface HsdSchema {
  readonly namespace: string;
  readonly types: readonly HsdType[];
}

export interface HsdType {
  /** How others refer to it; missing for a type within a property. */
  readonly key?: string;
  readonly name: string;
  readonly namespace: string;
  readonly description?: string;
  readonly superType?: string;
  readonly isAbstract: boolean;
  /** Whether one maps it: what hale lists as the types of the schema. */
  readonly isRelevant: boolean;
  /** Whether it is a value, without properties. */
  readonly hasValue: boolean;
  readonly children: readonly HsdChild[];
}

export interface HsdProperty {
  readonly kind: "property";
  readonly name: string;
  readonly namespace: string;
  readonly min: number;
  /** undefined: as many as one wants. */
  readonly max: number | undefined;
  readonly isAttribute: boolean;
  /** The key of its type, or the type itself. */
  readonly type: string | HsdType | undefined;
}

/** Properties that stand together; what is in it counts as its parent's. */
export interface HsdGroup {
  readonly kind: "group";
  readonly children: readonly HsdChild[];
}

export type HsdChild = HsdProperty | HsdGroup;

/** `0..n`, `1..1`, `1..unbounded`; once where nothing is said. */
export function cardinality(said: unknown): { readonly min: number; readonly max: number | undefined } {
  const [, least, most] =
    /^\s*(\d+)\s*\.\.\s*(\d+|n|\*|unbounded)\s*$/.exec(typeof said === "string" ? said : "") ?? [];
  if (least === undefined || most === undefined) {
    return { min: 1, max: 1 };
  }
  return { min: Number(least), max: /^\d+$/.test(most) ? Number(most) : undefined };
}

export function isTrue(said: unknown): boolean {
  return said === true || said === "true";
}
