import { attribute, type XmlElement } from "../xml-tree";
import type { Occurrence } from "./declarations";

export const once: Occurrence = { min: 1, max: 1 };

export function occurs(element: XmlElement): Occurrence {
  const most = attribute(element, "maxOccurs");
  const max = most === "unbounded" ? undefined : count(most);
  return { min: count(attribute(element, "minOccurs")), max };
}

function count(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number >= 0 ? number : 1;
}

/** What is in something that occurs itself. */
export function times(outer: Occurrence, inner: Occurrence): Occurrence {
  const max = outer.max === 0 || inner.max === 0 ? 0 : product(outer.max, inner.max);
  return { min: outer.min * inner.min, max };
}

function product(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one * other;
}
