import { z } from "zod";
import { readBody } from "../core/checking";
import { notFound } from "../core/fault";
import { accountIn, organizationIn } from "../core/finding";
import type { Membership } from "../core/model";
import { numberedPage } from "../core/paging";
import { roleIds } from "../core/rights";
import type { Answer, Call, Route } from "../core/routing";
import { now, type State } from "../core/state";

const assignment = z.strictObject({ role_id: z.enum(roleIds) });

function view(state: State, { account_id, role_id, assigned_on }: Membership) {
  const account = state.accounts.get(account_id);
  return { account_id, login: account?.login, full_name: account?.person.full_name, role_id, assigned_on };
}

/** All members but those of the given organization and account. */
const without = (state: State, organizationId: number, accountId: number): Membership[] =>
  state.memberships.filter((one) => one.organization_id !== organizationId || one.account_id !== accountId);

function list(call: Call): Answer {
  const { organization_id } = organizationIn(call);
  const members = call.state.memberships
    .filter((member) => member.organization_id === organization_id)
    .map((member) => view(call.state, member));
  return { status: 200, body: numberedPage(call.query, members) };
}

function assign(call: Call): Answer {
  const { state } = call;
  const { organization_id } = organizationIn(call, "organization:manage");
  const { account_id } = accountIn(call);
  const { role_id } = readBody(assignment, call.body);
  const membership: Membership = { organization_id, account_id, role_id, assigned_on: now() };
  state.memberships = [...without(state, organization_id, account_id), membership];
  return { status: 200, body: view(state, membership) };
}

function withdraw(call: Call): Answer {
  const { state } = call;
  const { organization_id } = organizationIn(call, "organization:manage");
  const { account_id } = accountIn(call);
  const rest = without(state, organization_id, account_id);
  if (rest.length === state.memberships.length) {
    throw notFound(`member ${account_id} of organization ${organization_id}`);
  }
  state.memberships = rest;
  return { status: 204 };
}

export const memberRoutes: Route[] = [
  { method: "get", path: "/organizations/{organization_id}/members", answer: list },
  { method: "put", path: "/organizations/{organization_id}/members/{account_id}", answer: assign },
  { method: "delete", path: "/organizations/{organization_id}/members/{account_id}", answer: withdraw },
];
