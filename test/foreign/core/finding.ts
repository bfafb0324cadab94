import { forbidden, invalid, notFound } from "./fault";
import type { Account, Organization } from "./model";
import { may, maySee, type Right } from "./rights";
import { type Call, idIn } from "./routing";

/** What the caller cannot see is answered like what is not there. */
export function organizationIn(call: Call, right: Right = "organization:read"): Organization {
  const id = idIn(call, "organization_id");
  const organization = visibleOrganization(call, id);
  if (!organization) {
    throw notFound(`organization ${id}`);
  }
  permit(call, organization, right);
  return organization;
}

/** The organization that a body names. */
export function organizationNamed(call: Call, id: number, attribute: string, right: Right): Organization {
  const organization = visibleOrganization(call, id);
  if (!organization) {
    throw invalid(attribute, `there is no organization ${id}`);
  }
  permit(call, organization, right);
  return organization;
}

function visibleOrganization({ state, caller }: Call, id: number): Organization | undefined {
  const organization = state.organizations.get(id);
  return organization && may(state, caller, id, "organization:read") ? organization : undefined;
}

function permit({ state, caller }: Call, { organization_id }: Organization, right: Right): void {
  if (!may(state, caller, organization_id, right)) {
    throw forbidden(right);
  }
}

export function accountIn(call: Call): Account {
  const id = idIn(call, "account_id");
  const account = call.state.accounts.get(id);
  if (!account || !maySee(call.state, call.caller, account)) {
    throw notFound(`account ${id}`);
  }
  return account;
}
