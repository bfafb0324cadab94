import type { z } from "zod";
import { ServerRefusal, type Client } from "../../client";
import { accounts, actions } from "../../contract";
import { HaleconnectError } from "../../errors";
import { organisationsTold } from "../people/held-roles";
import type { Contained } from "../kind";
import { orAbsent } from "../refusals";

type Affected = z.output<typeof actions.OrganisationDeletion>;

/** Through the actions service: looks at what would go, and refuses when that is more than the organisation itself. */
export async function deleteOrganisation(client: Client, orgId: string): Promise<void> {
  const affected = await wouldGo(client, orgId);
  if (affected !== undefined) {
    refuseUnlessEmpty(affected);
    await orGone(client, orgId, client.call(actions.deleteOrganisation, { path: { orgId } }));
  }
}

/** What an organisation holds that has to go before it; fails where it cannot be deleted in any case. */
export async function heldByOrganisation(client: Client, orgId: string): Promise<string | undefined> {
  const affected = await wouldGo(client, orgId);
  const held = affected === undefined ? [] : othersIn(affected);
  return held.length === 0 ? undefined : held.join(" ");
}

/** What lies in it, the innermost first: the platform deletes none of it along. */
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
  ];
}

/** The list has all that lie below, at every depth. */
async function contentsBelow(client: Client, above: string, orgId: string): Promise<readonly Contained[]> {
  const found = await orAbsent(client.call(accounts.getOrganisation, { path: { orgId } }));
  return found?.parent === above ? [...(await contentsOf(client, orgId)), { kind: "Organisation", id: orgId }] : [];
}

/** undefined when the organisation is gone. */
async function wouldGo(client: Client, orgId: string): Promise<Affected | undefined> {
  await refuseOwn(client, orgId);
  return orGone(client, orgId, client.call(actions.previewOrganisationDeletion, { path: { orgId } }));
}

/** undefined when the organisation is gone. A server that does not know the operation answers 404 as well. */
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

/** Where the roles are not told, or in no form that is known, nothing is deleted. */
async function refuseOwn(client: Client, orgId: string): Promise<void> {
  const own = organisationsTold((await client.whoAmI()).orgRoles);
  if (own === undefined) {
    throw new HaleconnectError("HC5002", {
      what: `Organisation ${orgId} is not deleted, because the server does not tell which organisations are the caller's own`,
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
      what: `Organisation "${affected.name}" (${affected.id}) is not deleted, because more than itself would go`,
      why: others.join(" "),
    });
  }
}

/** Members are none: they stay. */
function othersIn({ suborganisations, buckets, schemas }: Affected): string[] {
  return Object.entries({ suborganisations, buckets, schemas })
    .filter(([, things]) => things.length > 0)
    .map(([type, things]) => `It has ${things.length} ${type}: ${listSome(things)}.`);
}

function listSome(things: readonly { readonly id: string; readonly name?: string | undefined }[]): string {
  const shown = things.slice(0, 5).map(({ id, name }) => (name === undefined ? id : `"${name}" (${id})`));
  return [...shown, ...(things.length > shown.length ? [`and ${things.length - shown.length} more`] : [])].join(", ");
}
