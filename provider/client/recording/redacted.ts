import { sensitivityOf, type Sensitivity } from "./personal";

const masks: Readonly<Record<Sensitivity, string>> = { secret: "[secret]", name: "[name]", contact: "[contact]" };

/** What stands for a value that is not told. */
export const hidden: ReadonlySet<string> = new Set(Object.values(masks));

const email = /[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+\.[^\s@"'<>(),;:]+/g;

/**
 * The value without secrets, personal names and e-mail addresses. `place` names where it stands, from the outside in.
 * `mask` takes the client's own secrets out of a text. A name that stands in a free text is not recognised.
 */
export function redacted(value: unknown, place: readonly string[], mask: (text: string) => string): unknown {
  if (typeof value === "string") {
    return mask(value).replace(email, "[e-mail]");
  }
  if (Array.isArray(value)) {
    return value.map((item) => redacted(item, place, mask));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const siblings = Object.keys(value);
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, unknown>>).map(([name, inside]) => [
      redacted(name, [], mask),
      redactedField(name, inside, place, siblings, mask),
    ]),
  );
}

function redactedField(
  name: string,
  value: unknown,
  place: readonly string[],
  siblings: readonly string[],
  mask: (text: string) => string,
): unknown {
  const sensitivity = sensitivityOf(name, place, siblings);
  return sensitivity === undefined || isEmpty(value)
    ? redacted(value, [...place, name], mask)
    : masked(value, masks[sensitivity]);
}

/** Objects and lists keep their form, so that the form can still be compared. */
function masked(value: unknown, mask: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => masked(item, mask));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, masked(inside, mask)]));
  }
  return typeof value === "boolean" || value === null ? value : mask;
}

function isEmpty(value: unknown): boolean {
  return value === "" || value === null;
}
