import type { z } from "zod";
import type { Client } from "../client";
import { actions } from "../contract";
import { HaleconnectError } from "../errors";
import { orAbsent } from "./refusals";

/** Through the actions service: looks at what would go, and refuses when that is more than the organisation itself. */
export async function deleteOrganisation(client: Client, orgId: string): Promise<void> {
  await refuseOwn(client, orgId);
  const affected = await orAbsent(client.call(actions.previewOrganisationDeletion, { path: { orgId } }));
  if (affected !== undefined) {
    refuseUnlessEmpty(affected);
    await orAbsent(client.call(actions.deleteOrganisation, { path: { orgId } }));
  }
}

async function refuseOwn(client: Client, orgId: string): Promise<void> {
  const me = await client.whoAmI();
  if (Object.hasOwn(me.orgRoles ?? {}, orgId)) {
    throw new HaleconnectError("HC5002", {
      what: `Organisation ${orgId} is the caller's own and is not deleted`,
    });
  }
}

function refuseUnlessEmpty(affected: z.output<typeof actions.OrganisationDeletion>): void {
  const others = { suborganisations: affected.suborganisations, buckets: affected.buckets, schemas: affected.schemas };
  const found = Object.entries(others).filter(([, things]) => things.length > 0);
  if (found.length > 0) {
    throw new HaleconnectError("HC5003", {
      what: `Organisation "${affected.name}" (${affected.id}) is not deleted, because more than itself would go`,
      why: found.map(([type, things]) => `It has ${things.length} ${type}: ${listSome(things)}.`).join(" "),
    });
  }
}

function listSome(things: readonly { readonly id: string; readonly name?: string | undefined }[]): string {
  const shown = things.slice(0, 5).map(({ id, name }) => (name === undefined ? id : `"${name}" (${id})`));
  return [...shown, ...(things.length > shown.length ? [`and ${things.length - shown.length} more`] : [])].join(", ");
}
