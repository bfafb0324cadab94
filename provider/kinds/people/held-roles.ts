/**
 * The roles that a user holds in one organisation, from the user's profile. A user has one (docs/platform.md#users). Some
 * servers give several, in a list. undefined: the server gives them in an unknown form.
 */
export function rolesTold(value: unknown): readonly string[] | undefined {
  const list: unknown = typeof value === "string" ? [value] : value;
  const isKnown = Array.isArray(list) && list.length > 0 && list.every((it) => typeof it === "string" && it !== "");
  return isKnown ? (list as readonly string[]) : undefined;
}

const between = ", ";

/** The roles as one text. A single role is itself that text. */
export function rolesInWords(value: unknown): string | undefined {
  return rolesTold(value)?.join(between);
}

/** The declared role if the user has it, alone or beside others. Otherwise the roles that the server gives. */
export function roleSeen(told: unknown, declared: string | undefined): string | undefined {
  const text = typeof told === "string" ? told : undefined;
  return declared !== undefined && text?.split(between).includes(declared) === true ? declared : text;
}

/** The roles by organisation, each as one text. undefined: the server gives one of them in an unknown form. */
export function rolesByOrganisation(orgRoles: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof orgRoles !== "object" || orgRoles === null || Array.isArray(orgRoles)) {
    return undefined;
  }
  const told = Object.entries(orgRoles).map(([organisation, value]) => [organisation, rolesInWords(value)] as const);
  return told.every(([, role]) => role !== undefined)
    ? (Object.fromEntries(told) as Record<string, string>)
    : undefined;
}

/** The organisations in which a user has roles. undefined: the server does not name them by their numbers. */
export function organisationsTold(orgRoles: unknown): ReadonlySet<string> | undefined {
  const isMap = typeof orgRoles === "object" && orgRoles !== null && !Array.isArray(orgRoles);
  const told = isMap ? Object.keys(orgRoles) : [];
  return isMap && told.every((it) => /^\d+$/.test(it)) ? new Set(told) : undefined;
}
