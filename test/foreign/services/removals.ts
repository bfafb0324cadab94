import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readBody } from "../core/checking";
import { Fault } from "../core/fault";
import { organizationNamed } from "../core/finding";
import type { Organization } from "../core/model";
import type { Answer, Call, Route } from "../core/routing";
import { now, type State } from "../core/state";

const order = z.strictObject({ organization_id: z.int(), dry_run: z.boolean() });

/** All that goes with an organization: what is below it, who is at home there, and the buckets of all of these. */
function affectedBy(state: State, { organization_id }: Organization) {
  const branch = state.branchOf(organization_id);
  const organizations = [...state.organizations.values()].filter((one) => branch.includes(one.organization_id));
  const accounts = [...state.accounts.values()].filter(
    ({ home_organization_id }) => home_organization_id !== null && branch.includes(home_organization_id),
  );
  const owners = { organization: branch, account: accounts.map(({ account_id }) => account_id) };
  const buckets = [...state.buckets.values()].filter(({ owner }) => owners[owner.kind].includes(owner.id));
  return {
    organizations: organizations.map(({ organization_id, display_name }) => ({ organization_id, display_name })),
    accounts: accounts.map(({ account_id, login }) => ({ account_id, login })),
    buckets: buckets.map(({ bucket_uuid, title }) => ({ bucket_uuid, title })),
  };
}

function remove(call: Call): Answer {
  const { state, caller } = call;
  const { organization_id, dry_run } = readBody(order, call.body);
  const organization = organizationNamed(call, organization_id, "organization_id", "organization:manage");
  const affected = affectedBy(state, organization);
  if (affected.accounts.some(({ account_id }) => account_id === caller.account_id)) {
    throw new Fault(409, "The caller is at home there and would go as well.");
  }
  if (!dry_run) {
    affected.buckets.forEach(({ bucket_uuid }) => state.dropBucket(bucket_uuid));
    affected.accounts.forEach(({ account_id }) => state.dropAccount(account_id));
    affected.organizations.forEach((one) => state.dropOrganization(one.organization_id));
  }
  const job = { job_uuid: randomUUID(), state: dry_run ? "planned" : "done", finished_on: now() };
  return { status: 200, body: { ...job, organization_id, dry_run, affected } };
}

export const removalRoutes: Route[] = [{ method: "post", path: "/organization-removals", answer: remove }];
