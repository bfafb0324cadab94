/** An origin, `stack/name`, says which resource of which stack it is. */

export function stackOf(origin: string): string {
  return origin.split("/")[0] ?? "";
}

/** The name of the resource, in quotation marks. */
export function quotedName(origin: string): string {
  return JSON.stringify(origin.slice(origin.indexOf("/") + 1));
}
