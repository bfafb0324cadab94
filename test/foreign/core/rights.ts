import type { State } from "./state";
import type { Account, RoleId } from "./model";

export type Right = "organization:read" | "organization:manage" | "bucket:manage" | "file:write" | "csw:manage";

export const roles: readonly { role_id: RoleId; title: string; rights: readonly Right[] }[] = [
  {
    role_id: "superuser",
    title: "Superuser",
    rights: ["organization:read", "organization:manage", "bucket:manage", "file:write", "csw:manage"],
  },
  { role_id: "editor", title: "Editor", rights: ["organization:read", "bucket:manage", "file:write", "csw:manage"] },
  { role_id: "viewer", title: "Viewer", rights: ["organization:read"] },
  { role_id: "datauploader", title: "Data uploader", rights: ["organization:read", "file:write"] },
];

export const roleIds = roles.map(({ role_id }) => role_id);

/** A role holds in its organization and in all organizations below. */
export function may(state: State, caller: Account, organizationId: number, right: Right): boolean {
  if (caller.platform_administrator) {
    return true;
  }
  const line = state.lineOf(organizationId);
  return state.memberships.some(
    ({ account_id, organization_id, role_id }) =>
      account_id === caller.account_id &&
      line.includes(organization_id) &&
      roles.some((role) => role.role_id === role_id && role.rights.includes(right)),
  );
}

/** An account can be read by itself, and wherever it is at home or a member. */
export function maySee(state: State, caller: Account, account: Account): boolean {
  return (
    caller.platform_administrator ||
    caller.account_id === account.account_id ||
    state.placesOf(account).some((id) => may(state, caller, id, "organization:read"))
  );
}

/** An account is managed by the superusers of its home. */
export function mayManage(state: State, caller: Account, account: Account): boolean {
  const home = account.home_organization_id;
  return (
    caller.platform_administrator ||
    (!account.platform_administrator && home !== null && may(state, caller, home, "organization:manage"))
  );
}
