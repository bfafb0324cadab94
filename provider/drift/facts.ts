import type { Kind, Values } from "../kinds";
import type { DriftFinding } from "./model";
import type { Names } from "./names";

/** The organisation of an object, and the platform's page about it. */
export function placeInTenant(
  kind: Kind,
  id: string,
  values: Values,
  names: Names,
): Pick<DriftFinding, "organisation" | "link"> {
  const organisation = kind.name === "Organisation" ? id : kind.standing.belongsTo(values, id)[0];
  const page = kind.standing.page?.(values, id);
  return {
    ...(organisation === undefined ? {} : { organisation: names.withId("Organisation", organisation) }),
    ...(page === undefined ? {} : { link: `${names.server}${page}` }),
  };
}

/** The organisation that an object will belong to, as far as a preview knows it. */
export function placeOfNew(kind: Kind, values: Values, names: Names): Pick<DriftFinding, "organisation"> {
  const [organisation] = kind.standing.belongsTo(values, "");
  return organisation === undefined ? {} : { organisation: names.withId("Organisation", organisation) };
}

/** When the server says that an object was changed last. It does not say by whom. */
export function lastChangeOf({ lastModified }: Values): Pick<DriftFinding, "lastModified"> {
  const moment = momentOf(lastModified);
  return moment === undefined ? {} : { lastModified: moment };
}

/** When an object was made or access was given, and by whom, if the server says it. */
export function originOf(values: Values, names: Names): Pick<DriftFinding, "since" | "by"> {
  const since = ["created", "granted", "shared", "stored"].map((name) => momentOf(values[name])).find(isThere);
  const by = ["createdBy", "grantedBy", "sharedBy", "author"].map((name) => values[name]).find(isUser);
  return {
    ...(since === undefined ? {} : { since }),
    ...(by === undefined ? {} : { by: names.withId("User", by) }),
  };
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Ids of users are numbers. The author of a bucket is a free text. */
function isUser(value: unknown): value is string {
  return typeof value === "string" && /^\d+$/.test(value);
}

function momentOf(value: unknown): string | undefined {
  const isMoment = typeof value === "number" && Math.abs(value) <= 8.64e15;
  return isMoment ? new Date(value).toISOString() : undefined;
}
