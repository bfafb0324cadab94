import type { z } from "zod";
import { ServerRefusal, type Client } from "../../client";
import * as accounts from "../../contract/accounts";
import * as actions from "../../contract/actions";
import { HaleconnectError } from "../../errors";
import { organisationsTold } from "../people/held-roles";
import type { Contained } from "../kind";
import { orAbsent } from "../refusals";

type Affected = z.output<typeof actions.OrganisationDeletion>;

/** Deletes through the actions service. Refuses if more than the organisation itself would be deleted. */
export async function deleteOrganisation(client: Client, orgId: string): Promise<void> {
  const affected = await wouldGo(client, orgId);
  if (affected !== undefined) {
    refuseUnlessEmpty(affected);
    await orGone(client, orgId, client.call(actions.deleteOrganisation, { path: { orgId } }));
  }
}

/** What an organisation holds: all of it has to be deleted first. Fails if the organisation can never be deleted. */
export async function heldByOrganisation(client: Client, orgId: string): Promise<string | undefined> {
  const affected = await wouldGo(client, orgId);
  const held = affected === undefined ? [] : othersIn(affected);
  return held.length === 0 ? undefined : held.join(" ");
}

/** What lies in the organisation, the innermost first. The platform does not delete any of it with the organisation. */
export async function contentsOf(client: Client, orgId: string): Promise<readonly Contained[]> {
  const affected = await wouldGo(client, orgId);
  if (affected === undefined) {
    return [];
  }
  const below = await Promise.all(affected.suborganisations.map(({ id }) => contentsBelow(client, orgId, id)));
  return [
    ...below.flat(),
    ...affected.buckets.map(({ id }) => ({ id })),
    ...affected.schemas.map(({ id }) => ({ id })),
    ...(affected.themes ?? []).map(({ id }) => ({ kind: "Theme", id })),
  ];
}

/** The list has the organisations of every depth. This takes those that lie directly below. */
async function contentsBelow(client: Client, above: string, orgId: string): Promise<readonly Contained[]> {
  const found = await orAbsent(client.call(accounts.getOrganisation, { path: { orgId } }));
  return found?.parent === above ? [...(await contentsOf(client, orgId)), { kind: "Organisation", id: orgId }] : [];
}

/** undefined: the organisation is gone. */
async function wouldGo(client: Client, orgId: string): Promise<Affected | undefined> {
  await refuseOwn(client, orgId);
  return orGone(client, orgId, client.call(actions.previewOrganisationDeletion, { path: { orgId } }));
}

/** undefined: the organisation is gone. A server that does not know the operation answers 404 as well. */
async function orGone<T>(client: Client, orgId: string, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const isAbsent = error instanceof ServerRefusal && error.status === 404;
    if (isAbsent && (await orAbsent(client.call(accounts.getOrganisation, { path: { orgId } }))) === undefined) {
      return undefined;
    }
    throw isAbsent ? error.asUnknownOperation() : error;
  }
}

/** Refuses the caller's own organisations. Deletes nothing if the server does not give the roles in a known form. */
async function refuseOwn(client: Client, orgId: string): Promise<void> {
  const own = organisationsTold((await client.whoAmI()).orgRoles);
  if (own === undefined) {
    throw new HaleconnectError("HC5002", {
      what: `Organisation ${orgId} is not deleted, because the server does not say which organisations are the caller's own`,
    });
  }
  if (own.has(orgId)) {
    throw new HaleconnectError("HC5002", {
      what: `Organisation ${orgId} is the caller's own and is not deleted`,
    });
  }
}

function refuseUnlessEmpty(affected: Affected): void {
  const others = othersIn(affected);
  if (others.length > 0) {
    throw new HaleconnectError("HC5003", {
      what: `Organisation "${affected.name}" (${affected.id}) is not deleted, because more than the organisation would be deleted`,
      why: others.join(" "),
    });
  }
}

/** Members do not count: they stay. */
function othersIn({ suborganisations, buckets, schemas, themes = [], users = [] }: Affected): string[] {
  return Object.entries({ suborganisations, buckets, schemas, themes, users })
    .filter(([, things]) => things.length > 0)
    .map(([type, things]) => `It has ${things.length} ${type}: ${listSome(things)}.`);
}

function listSome(things: readonly { readonly id: string; readonly name?: string | undefined }[]): string {
  const shown = things.slice(0, 5).map(({ id, name }) => (name === undefined ? id : `"${name}" (${id})`));
  return [...shown, ...(things.length > shown.length ? [`and ${things.length - shown.length} more`] : [])].join(", ");
}
