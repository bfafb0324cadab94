import { roles, type Condition, type ResourceType, type RoleId, type Rule } from "../../provider/contract";

/** What a role allows: everywhere, or where one of the conditions holds (nowhere when there is none). */
export type Grant = "everywhere" | ReadonlySet<Condition>;

export type Roles = Readonly<Record<RoleId, (typeof roles)[RoleId]>>;

/**
 * A role's permission: the union of what it and the roles that it extends declare. A union, since otherwise a
 * Superuser would lose the data of the own organisation (docs/platform.md#conditions).
 */
export function grantOf(role: RoleId, type: ResourceType, permission: string, among: Roles = roles): Grant {
  return union(role, type, permission, among, new Set());
}

function union(role: RoleId, type: ResourceType, permission: string, among: Roles, asked: ReadonlySet<string>): Grant {
  if (asked.has(permission)) {
    return new Set();
  }
  const grants = lineageOf(role, among)
    .map((id) => among[id].resources[type]?.[permission])
    .map((rule) => read(rule, (required) => union(role, type, required, among, new Set([...asked, permission]))));
  return grants.includes("everywhere")
    ? "everywhere"
    : new Set(grants.flatMap((grant) => [...(grant as Set<Condition>)]));
}

/** Whether any role says something of the permission. */
export function isDeclared(type: ResourceType, permission: string, among: Roles = roles): boolean {
  return Object.values(among).some(({ resources }) => resources[type]?.[permission] !== undefined);
}

/** A flag of a role that belongs to no resource (docs/platform.md#permissions). */
export function hasFlag(role: RoleId, flag: string, among: Roles = roles): boolean {
  return lineageOf(role, among).some((id) => among[id].application[flag] === true);
}

/** `requires` means the other permission as the acting role has it, not as the role that declares the rule has it. */
function read(rule: Rule | undefined, grantOfRequired: (permission: string) => Grant): Grant {
  if (typeof rule === "object" && "requires" in rule) {
    return grantOfRequired(rule.requires);
  }
  return rule === true ? "everywhere" : new Set(rule === undefined || rule === false ? [] : rule);
}

function lineageOf(role: RoleId, among: Roles): RoleId[] {
  const parent = among[role].extends;
  return parent === undefined ? [role] : [role, ...lineageOf(parent, among)];
}
