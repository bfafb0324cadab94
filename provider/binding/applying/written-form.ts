import type { Form } from "../file/model";

/** A value that the server's form cannot express. */
export class NotExpressible extends Error {}

type Convert = (value: unknown) => unknown;

/** The provider's value as the server writes it. Throws `NotExpressible`. */
export function toServer(form: Form, value: unknown): unknown {
  return each(value, (one) => {
    const written = writing[form](one);
    if (written === undefined) {
      throw new NotExpressible(`its value cannot be written as ${names[form]}`);
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

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Of a text, what JSON calls a number: not `0x10`, and not `007`, of which nothing could bring the zeros back. */
const asNumber = (value: unknown): number | undefined => {
  const isNumber = typeof value === "number" || (typeof value === "string" && DECIMAL.test(value));
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : undefined;
};

const asInteger = (value: unknown): number | undefined => {
  const number = asNumber(value);
  const isInteger = Number.isSafeInteger(number) && (typeof value === "number" || String(number) === value);
  return isInteger ? number : undefined;
};

const asBoolean = (value: unknown): boolean | undefined =>
  String(value) === "true" ? true : String(value) === "false" ? false : undefined;

const asText: Convert = (value) =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

/** Without a zone it is UTC, on every machine. */
const ISO = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(?<zone>Z|[+-]\d{2}(:?\d{2})?)?)?)?$/i;

function momentOf(value: unknown): number | undefined {
  const match = typeof value === "string" ? ISO.exec(value) : null;
  if (match === null) {
    return undefined;
  }
  const { zone } = match.groups ?? {};
  const text = match[0]
    .replace(",", ".")
    .replace(/([+-]\d{2})$/, (hours) => (zone === undefined ? hours : `${hours}:00`));
  const moment = Date.parse(zone === undefined && text.includes("T") ? `${text}Z` : text);
  return Number.isNaN(moment) ? undefined : moment;
}

/** undefined: the form cannot express the value. */
const writing: Readonly<Record<Form, Convert>> = {
  integer: asInteger,
  number: asNumber,
  boolean: asBoolean,
  text: (value) => (typeof value === "string" ? value : asText(value)),
  iso: (value) => (typeof value === "number" && isMoment(value) ? new Date(value).toISOString() : undefined),
  seconds: (value) => (typeof value === "number" ? Math.floor(value / 1000) : undefined),
};

/** undefined: the value has not this form. */
const reading: Readonly<Record<Form, Convert>> = {
  // A number that JSON cannot carry has lost its last digits already.
  integer: (value) => (typeof value === "number" && !Number.isSafeInteger(value) ? undefined : asText(value)),
  number: asText,
  boolean: asText,
  text: (value) => (typeof value === "string" ? (asBoolean(value) ?? asNumber(value)) : undefined),
  iso: momentOf,
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
