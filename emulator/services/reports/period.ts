import { refuse } from "../../refusal";

export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** The last year, unless the call says otherwise; 422 for a period that ends before it begins. */
export function periodOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: number,
): Period {
  const last = to ?? dayOf(now);
  const first = from ?? dayOf(Date.parse(last) - 364 * DAY);
  if (first > last) {
    throw refuse.invalid([{ field: "to", message: `is before the first day of the period, ${first}` }]);
  }
  return { from: first, to: last };
}

/** When the day is over, in milliseconds since 1970. */
export function endOf(day: string): number {
  return Date.parse(day) + DAY;
}

export function startOf(day: string): number {
  return Date.parse(day);
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
