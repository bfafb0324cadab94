import type { Condition, ResourceType, Roles, Rule } from "../../provider/contract";

/** What a role allows: everywhere, or where one of the conditions holds (nowhere when there is none). */
export type Grant = "everywhere" | ReadonlySet<Condition>;

/** Who is not logged in has this role, in every roles file. */
export const ANONYMOUS = "anonymous";

/**
 * A role's permission: the union of what it and the roles that it extends declare. A union, since otherwise a
 * Superuser would lose the data of the own organisation (docs/platform.md#conditions).
 */
export function grantOf(among: Roles, role: string, type: ResourceType, permission: string): Grant {
  return union(role, type, permission, among, new Set());
}

function union(role: string, type: ResourceType, permission: string, among: Roles, asked: ReadonlySet<string>): Grant {
  if (asked.has(permission)) {
    return new Set();
  }
  const grants = lineageOf(role, among)
    .map((id) => among[id]?.resources[type]?.[permission])
    .map((rule) => read(rule, (required) => union(role, type, required, among, new Set([...asked, permission]))));
  return grants.includes("everywhere")
    ? "everywhere"
    : new Set(grants.flatMap((grant) => [...(grant as Set<Condition>)]));
}

/** Whether any role says something of the permission. */
export function isDeclared(among: Roles, type: ResourceType, permission: string): boolean {
  return Object.values(among).some(({ resources }) => resources[type]?.[permission] !== undefined);
}

/** A flag of a role that belongs to no resource (docs/platform.md#permissions). */
export function hasFlag(among: Roles, role: string, flag: string): boolean {
  return lineageOf(role, among).some((id) => among[id]?.application[flag] === true);
}

/** `requires` means the other permission as the acting role has it, not as the role that declares the rule has it. */
function read(rule: Rule | undefined, grantOfRequired: (permission: string) => Grant): Grant {
  if (typeof rule === "object" && "requires" in rule) {
    return grantOfRequired(rule.requires);
  }
  return rule === true ? "everywhere" : new Set(rule === undefined || rule === false ? [] : rule);
}

/** Of everybody who is logged in: the role that extends the anonymous one first. */
export function everybodysRole(among: Roles): string {
  return Object.keys(among).find((id) => among[id]?.extends === ANONYMOUS) ?? ANONYMOUS;
}

/** Roles that a person can be given in an organisation: all but that of those who are not logged in. */
export function assignableRoles(among: Roles): string[] {
  return Object.keys(among).filter((id) => id !== ANONYMOUS);
}

/**
 * Whether the role manages what is below its organisation too, as the platform's Superuser does. A roles file may give it
 * any id, so it is known by what it allows.
 */
export function managesBelow(among: Roles, role: string): boolean {
  const known = managing.get(among) ?? new Set(Object.keys(among).filter((id) => isManaging(among, id)));
  managing.set(among, known);
  return known.has(role);
}

/** Asked for each thing in a list. */
const managing = new WeakMap<Roles, ReadonlySet<string>>();

function isManaging(among: Roles, role: string): boolean {
  const grant = grantOf(among, role, "Organisation", "assignRole");
  return grant === "everywhere" || grant.has("suborganisations");
}

function lineageOf(role: string, among: Roles): string[] {
  const parent = among[role]?.extends;
  return parent === undefined ? [role] : [role, ...lineageOf(parent, among)];
}
