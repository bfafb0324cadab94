import type { ApiField } from "../documents";
import type { Form } from "../file/model";

/** How the server writes a value of the provider, where it writes it in another form. */
export function formOf(own: ApiField, theirs: ApiField): Form | undefined {
  if (own.type === "string") {
    return theirs.type === "integer" || theirs.type === "number" ? theirs.type : undefined;
  }
  if (own.type !== "integer" && own.type !== "number") {
    return undefined;
  }
  if (theirs.type === "string") {
    return isMoment(own) && isDate(theirs) ? "iso" : "text";
  }
  return isMoment(own) && /\bseconds since\b|\bunix time\b/i.test(theirs.description) ? "seconds" : undefined;
}

/** The provider keeps moments, and sizes, as whole numbers of 64 bits. */
function isMoment({ type, format }: ApiField): boolean {
  return type === "integer" && format === "int64";
}

function isDate({ format }: ApiField): boolean {
  return format === "date-time" || format === "date";
}
