import { accounts, type ResourceType } from "../../../contract";
import type { Client } from "../../../client";
import { isError } from "../../../errors";
import { findingOf, ok, skipped, warning, type Check } from "../finding";
import { isUnsure } from "../unsure";

const types: readonly ResourceType[] = ["Organisation", "User", "Bucket"];
const permissions = ["create", "edit", "delete"] as const;

/** Which roles the account has, and what the server says they allow. */
export const checkRights: Check = async ({ probe, token, credentials }) => {
  if (probe === undefined || token === undefined) {
    return skipped("there is no login");
  }
  const client = probe.as(token, credentials?.kind === "token" ? credentials.from : undefined);
  try {
    const { orgRoles } = await client.whoAmI();
    const rights = await Promise.all(types.map(async (type) => ({ type, allowed: await allowedOn(client, type) })));
    const says = `${describeRoles(orgRoles ?? {})}; ${rights.map(describeRights).join("; ")}`;
    const mayNothing = rights.every(({ allowed }) => allowed.every(({ where }) => where.length === 0));
    return mayNothing ? warning(says, "Ask for a role that may create what your program declares.") : ok(says);
  } catch (error) {
    if (isError(error, "HC2013")) {
      return skipped("according to the contract file, the server cannot say which rights an account has");
    }
    const { finding } = findingOf(error);
    return isUnsure(error) ? warning(finding.says, finding.remedy ?? "") : { finding };
  }
};

interface Allowed {
  readonly permission: string;
  /** `1`, `below 1`. */
  readonly where: readonly string[];
}

function allowedOn(client: Client, resourceType: ResourceType): Promise<Allowed[]> {
  return Promise.all(
    permissions.map(async (permission) => {
      const info = await client.call(accounts.getResourcePermissionInfo, { path: { resourceType, permission } });
      return { permission, where: placesIn(info) };
    }),
  );
}

/** An entry that is no list is a denial, as in hale studio. Other conditions than these two name no organisation. */
function placesIn({ organisations }: Readonly<Record<string, unknown>>): string[] {
  return Object.entries((organisations ?? {}) as Readonly<Record<string, unknown>>).flatMap(([id, conditions]) => {
    if (!Array.isArray(conditions)) {
      return [];
    }
    return conditions.includes("organisation") ? [id] : conditions.includes("suborganisations") ? [`below ${id}`] : [];
  });
}

function describeRoles(orgRoles: Readonly<Record<string, unknown>>): string {
  const held = Object.entries(orgRoles).map(([id, role]) => `${[role].flat().map(String).join(" and ")} in ${id}`);
  return held.length === 0 ? "no role in an organisation" : shortened(held);
}

/** `Organisations: create and edit in 1; not delete`. */
function describeRights({ type, allowed }: { readonly type: ResourceType; readonly allowed: readonly Allowed[] }) {
  const places = new Map<string, string[]>();
  for (const { permission, where } of allowed) {
    const place = where.length === 0 ? "" : shortened(where);
    places.set(place, [...(places.get(place) ?? []), permission]);
  }
  const denied = places.get("") ?? [];
  const given = [...places].filter(([place]) => place !== "").map(([place, verbs]) => `${listed(verbs)} in ${place}`);
  const parts = [...given, ...(denied.length === 0 ? [] : [`not ${denied.join(" or ")}`])];
  return `${type.toLowerCase()}s: ${parts.join(", ")}`;
}

function shortened(items: readonly string[]): string {
  const more = items.length - 3;
  return more > 0 ? `${items.slice(0, 3).join(", ")} and ${more} more` : listed(items);
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}
