import type { Condition, ResourceType } from "../../provider/contract";
import type { User } from "../world/model";
import type { WorldView } from "../world/world";
import { ANONYMOUS, everybodysRole, grantOf, managesBelow } from "./grants";

/** What somebody wants to act on. */
export interface Target {
  readonly type: ResourceType;
  /** The organisation that it is, or that owns it. */
  readonly organisation?: string;
  /** The user who it is. */
  readonly user?: string;
  /** The user who owns it. */
  readonly owner?: string;
  readonly public?: boolean;
  /** Organisations that it is shared with. */
  readonly sharedWith?: readonly string[];
  /** Users who work on it. */
  readonly collaborators?: readonly string[];
}

/** A role that somebody acts in; those of everybody are bound to no organisation. */
export interface HeldRole {
  readonly role: string;
  readonly organisation?: string;
}

/** May they? `user` undefined is somebody who is not logged in. */
export function may(world: WorldView, user: User | undefined, permission: string, target: Target): boolean {
  return (
    user?.administrator === true || heldRolesOf(world, user).some((it) => allows(world, user, it, permission, target))
  );
}

export function heldRolesOf({ roles }: WorldView, user: User | undefined): HeldRole[] {
  if (user === undefined) {
    return [{ role: ANONYMOUS }];
  }
  const held = Object.entries(user.orgRoles).flatMap(([organisation, given]) =>
    [given].flat().map((role) => ({ role, organisation })),
  );
  return [{ role: everybodysRole(roles) }, ...held];
}

/** A Superuser holds the role in everything below the organisation as well (docs/platform.md#roles-and-permissions); other roles stay in theirs. */
export function reaches(world: WorldView, { role, organisation }: HeldRole, to: string): boolean {
  return (
    organisation === to ||
    (organisation !== undefined && managesBelow(world.roles, role) && world.organisations.isBelow(to, organisation))
  );
}

function allows(
  world: WorldView,
  user: User | undefined,
  heldRole: HeldRole,
  permission: string,
  target: Target,
): boolean {
  const grant = grantOf(world.roles, heldRole.role, target.type, permission);
  if (grant === "everywhere") {
    const isBound = heldRole.organisation !== undefined && target.organisation !== undefined;
    // "Everywhere" of a role in an organisation ends where the role ends: User.create of a Superuser (docs/platform.md#users).
    return !isBound || reaches(world, heldRole, target.organisation);
  }
  return [...grant].some((condition) => holds[condition](world, user, heldRole, target));
}

type Test = (world: WorldView, user: User | undefined, heldRole: HeldRole, target: Target) => boolean;

/** The conditions of docs/platform.md#roles-and-permissions, each as stated there. */
const holds: Readonly<Record<Condition, Test>> = {
  owner: (_world, user, _heldRole, { owner }) => owner !== undefined && owner === user?.id,
  self: (_world, user, _heldRole, target) => target.user !== undefined && target.user === user?.id,
  organisation: (_world, _user, { organisation }, target) =>
    organisation !== undefined && target.organisation === organisation,
  suborganisations: ({ organisations }, _user, { organisation }, target) =>
    organisation !== undefined &&
    target.organisation !== undefined &&
    organisations.isBelow(target.organisation, organisation),
  parentOrg: ({ organisations }, _user, { organisation }, target) =>
    organisation !== undefined &&
    target.organisation !== undefined &&
    organisations.isBelow(organisation, target.organisation),
  public: (_world, _user, _heldRole, target) => target.public === true,
  shared: (_world, _user, { organisation }, { sharedWith = [] }) =>
    organisation !== undefined && sharedWith.includes(organisation),
  collaborator: (_world, user, _heldRole, { collaborators = [] }) =>
    user !== undefined && collaborators.includes(user.id),
};
