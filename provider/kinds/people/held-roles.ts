/**
 * The roles that a user holds in one organisation, as a profile tells them. A user has one (docs/platform.md#users), and at some
 * servers several, in a list. undefined: they are told in a form that is not known, so that nothing is known of them.
 */
export function rolesTold(value: unknown): readonly string[] | undefined {
  const list: unknown = typeof value === "string" ? [value] : value;
  const isKnown = Array.isArray(list) && list.length > 0 && list.every((it) => typeof it === "string" && it !== "");
  return isKnown ? (list as readonly string[]) : undefined;
}

const between = ", ";

/** As one text, which is the role itself where there is one. */
export function rolesInWords(value: unknown): string | undefined {
  return rolesTold(value)?.join(between);
}

/** Whoever has a role has it also where there are others beside it. */
export function roleSeen(told: unknown, declared: string | undefined): string | undefined {
  const text = typeof told === "string" ? told : undefined;
  return declared !== undefined && text?.split(between).includes(declared) === true ? declared : text;
}

/** The roles by organisation, each as one text; undefined where the server does not tell all of them in a form that is known. */
export function rolesByOrganisation(orgRoles: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof orgRoles !== "object" || orgRoles === null || Array.isArray(orgRoles)) {
    return undefined;
  }
  const told = Object.entries(orgRoles).map(([organisation, value]) => [organisation, rolesInWords(value)] as const);
  return told.every(([, role]) => role !== undefined)
    ? (Object.fromEntries(told) as Record<string, string>)
    : undefined;
}

/** The organisations in which a user has roles; undefined where they are not told, or by something else than their numbers. */
export function organisationsTold(orgRoles: unknown): ReadonlySet<string> | undefined {
  const isMap = typeof orgRoles === "object" && orgRoles !== null && !Array.isArray(orgRoles);
  const told = isMap ? Object.keys(orgRoles) : [];
  return isMap && told.every((it) => /^\d+$/.test(it)) ? new Set(told) : undefined;
}
