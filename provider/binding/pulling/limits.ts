import type { ApiField, ApiLimits } from "../documents";

type Limit = keyof Omit<ApiLimits, "pattern">;

/** A limit that differs. undefined: there is none. */
export interface DifferentLimit {
  readonly limit: Limit;
  readonly own: number | undefined;
  readonly theirs: number | undefined;
  /** The server takes less than the provider has. */
  readonly isNarrower: boolean;
}

/** An upper limit that is smaller is narrower, and so is a lower limit that is larger. */
export function differentLimits(own: ApiField, theirs: ApiField): readonly DifferentLimit[] {
  return limitsFor(own, theirs).flatMap(([limit, direction]) => {
    const [mine, other] = [own.limits?.[limit], theirs.limits?.[limit]];
    const unlimited = direction * Infinity;
    const isNarrower = direction * (other ?? unlimited) < direction * (mine ?? unlimited);
    return mine === other ? [] : [{ limit, own: mine, theirs: other, isNarrower }];
  });
}

const [upper, lower] = [1, -1];

function limitsFor(own: ApiField, theirs: ApiField): readonly (readonly [Limit, number])[] {
  if (own.type === "string" && theirs.type === "string") {
    return [
      ["maxLength", upper],
      ["minLength", lower],
    ];
  }
  return isNumber(own) && isNumber(theirs)
    ? [
        ["maximum", upper],
        ["minimum", lower],
      ]
    : [];
}

function isNumber({ type }: ApiField): boolean {
  return type === "integer" || type === "number";
}
