import type { Condition, ResourceType } from "../../provider/contract";
import type { User } from "../world/model";
import type { WorldView } from "../world/world";
import { grantOf, managesBelow } from "./grants";
import { heldRolesOf, may, reaches, type HeldRole } from "./permissions";

/** `user`: for the caller's own things. `organisations`: what is missing or false is denied (docs/platform.md#permission-info). */
export interface PermissionInfo {
  readonly user: boolean | readonly Condition[];
  readonly organisations: Readonly<Record<string, false | readonly Condition[]>>;
}

const ofOrganisations: readonly Condition[] = ["organisation", "suborganisations", "parentOrg"];

/**
 * hale studio takes an organisation's entry for a yes only when it is a list with "organisation" in it; a plain `true`
 * would be a no (docs/platform.md#permission-info).
 */
const inItsName: readonly Condition[] = ["organisation"];

export function permissionInfo(world: WorldView, user: User, type: ResourceType, permission: string): PermissionInfo {
  if (user.administrator) {
    return { user: true, organisations: allow(world.organisations.all().map(({ id }) => id)) };
  }
  const below = belowSuperuser(world, user).filter((id) => may(world, user, permission, { type, organisation: id }));
  const fromAbove = allow(below);
  const held = Object.entries(user.orgRoles).map(([id, given]) => {
    const owned = [given].flat().flatMap((role) => own(world, role, type, permission));
    const conditions = new Set([...owned, ...(fromAbove[id] ?? [])]);
    return [id, conditions.size > 0 && [...conditions]] as const;
  });
  return {
    user: forThemselves(world, user, type, permission),
    organisations: { ...fromAbove, ...Object.fromEntries(held) },
  };
}

function allow(ids: readonly string[]): Record<string, readonly Condition[]> {
  return Object.fromEntries(ids.map((id) => [id, inItsName]));
}

function own({ roles }: WorldView, role: string, type: ResourceType, permission: string): readonly Condition[] {
  const grant = grantOf(roles, role, type, permission);
  return grant === "everywhere" ? inItsName : [...grant].filter((condition) => ofOrganisations.includes(condition));
}

/** Creating and changing in a suborganisation's name is for Superusers only (docs/platform.md#roles-and-permissions). */
function belowSuperuser(world: WorldView, user: User): string[] {
  const superuser = heldRolesOf(world, user).filter(({ role }) => managesBelow(world.roles, role));
  const isBelow = (id: string) => superuser.some((it: HeldRole) => it.organisation !== id && reaches(world, it, id));
  return superuser.length === 0
    ? []
    : world.organisations
        .all()
        .map(({ id }) => id)
        .filter(isBelow);
}

/** False when every condition is one of an organisation. */
function forThemselves(
  world: WorldView,
  user: User,
  type: ResourceType,
  permission: string,
): boolean | readonly Condition[] {
  const grants = heldRolesOf(world, user).map(({ role }) => grantOf(world.roles, role, type, permission));
  const conditions = new Set(grants.flatMap((grant) => (grant === "everywhere" ? [] : [...grant])));
  const personal = [...conditions].filter((condition) => !ofOrganisations.includes(condition));
  return grants.includes("everywhere") || (personal.length > 0 && personal);
}
