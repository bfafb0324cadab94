import type { Form } from "../file/model";

/** A value that the server's form cannot express. */
export class NotExpressible extends Error {}

type Convert = (value: unknown) => unknown;

/** The provider's value as the server writes it. Throws `NotExpressible`. */
export function toServer(form: Form, value: unknown): unknown {
  return each(value, (one) => {
    const written = writing[form](one);
    if (written === undefined) {
      throw new NotExpressible(`${JSON.stringify(one)} cannot be written as ${names[form]}`);
    }
    return written;
  });
}

/** The server's value as the provider keeps it. A value of another form stays as it is, and the model judges it. */
export function fromServer(form: Form, value: unknown): unknown {
  return each(value, (one) => reading[form](one) ?? one);
}

const names: Readonly<Record<Form, string>> = {
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  text: "a text",
  iso: "a date in ISO 8601",
  seconds: "seconds since 1970",
};

const asNumber = (value: unknown): number | undefined =>
  typeof value === "string" && value.trim() === ""
    ? undefined
    : Number.isFinite(Number(value))
      ? Number(value)
      : undefined;

const asText: Convert = (value) =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

/** undefined: the form cannot express the value. */
const writing: Readonly<Record<Form, Convert>> = {
  integer: (value) => {
    const number = asNumber(value);
    return Number.isSafeInteger(number) ? number : undefined;
  },
  number: asNumber,
  boolean: (value) => ({ true: true, false: false })[String(value)],
  text: (value) => (typeof value === "string" ? value : asText(value)),
  iso: (value) => (typeof value === "number" && isMoment(value) ? new Date(value).toISOString() : undefined),
  seconds: (value) => (typeof value === "number" ? Math.floor(value / 1000) : undefined),
};

/** undefined: the value has not this form. */
const reading: Readonly<Record<Form, Convert>> = {
  integer: asText,
  number: asText,
  boolean: asText,
  text: (value) =>
    typeof value !== "string" ? undefined : value === "true" || value === "false" ? value === "true" : asNumber(value),
  iso: (value) => {
    const moment = typeof value === "string" ? Date.parse(value) : NaN;
    return Number.isNaN(moment) ? undefined : moment;
  },
  seconds: (value) => (typeof value === "number" ? Math.round(value * 1000) : undefined),
};

function isMoment(milliseconds: number): boolean {
  return !Number.isNaN(new Date(milliseconds).getTime());
}

/** A list has the form in each of its items. null stays: it says that there is no value. */
function each(value: unknown, convert: Convert): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => each(item, convert));
  }
  return value === null || value === undefined ? value : convert(value);
}
