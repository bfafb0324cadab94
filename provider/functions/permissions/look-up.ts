import { closest } from "fastest-levenshtein";
import type { z } from "zod";
import { ServerRefusal, type Client } from "../../client";
import { accounts } from "../../contract";
import { HaleconnectError, isError } from "../../errors";
import { argumentsOf, needed, organisation, textInAddress } from "../arguments";
import type { GetPermissionInfoArgs, PermissionInfoResult, RoleResult, TestPermissionArgs } from "./types";
import { withoutUndefined } from "../results";

const permission = { resourceType: needed(textInAddress), permission: needed(textInAddress) };

/** What the server says about roles and permissions. */
export function lookUpPermissions(client: Client) {
  const infoOn = async ({ resourceType, permission }: GetPermissionInfoArgs): Promise<PermissionInfoResult> => {
    const info = readable(
      await client.call(accounts.getResourcePermissionInfo, { path: { resourceType, permission } }),
    );
    await refuseUnknownType(client, resourceType, info);
    return info;
  };
  return {
    infoOn: async (given: GetPermissionInfoArgs): Promise<PermissionInfoResult> =>
      infoOn(argumentsOf<GetPermissionInfoArgs>("getPermissionInfo", given, permission)),
    listRoles: async () => (await client.call(accounts.getRoles, {})).map(roleOf),
    isAllowed: async (given: TestPermissionArgs): Promise<boolean> => {
      const args = argumentsOf<TestPermissionArgs>("testPermission", given, { ...permission, organisation });
      const { user, organisations } = await infoOn(args);
      return args.organisation === undefined
        ? user
        : organisations[args.organisation]?.includes("organisation") === true;
    },
  };
}

/** The server denies an unknown type to everybody. A wrong type must not look like a missing permission. */
async function refuseUnknownType(
  client: Client,
  resourceType: string,
  { organisations }: PermissionInfoResult,
): Promise<void> {
  const types = Object.keys(organisations).length > 0 ? [] : await typesOnServer(client);
  if (types.length > 0 && !types.includes(resourceType)) {
    throw new HaleconnectError("HC3001", {
      what: `There is no type of resource ${JSON.stringify(resourceType)}`,
      remedy: `The types are ${types.join(", ")}. Did you mean ${closest(resourceType, types)}?`,
    });
  }
}

/** The types of which the server's roles speak. None if it does not say. */
async function typesOnServer(client: Client): Promise<string[]> {
  try {
    const roles = await client.call(accounts.getRoles, {});
    return [...new Set(roles.flatMap((role) => Object.keys(role.resources)))];
  } catch (error) {
    if (error instanceof ServerRefusal || isError(error, "HC2013")) {
      return [];
    }
    throw error;
  }
}

/**
 * For the user only `false` is a denial. For an organisation the entry is a list of conditions; any other form counts as
 * denied, as in hale studio.
 */
function readable({ user, organisations }: Readonly<Record<string, unknown>>): PermissionInfoResult {
  const entries = Object.entries((organisations ?? {}) as Readonly<Record<string, unknown>>);
  const conditions = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  return {
    user: user !== false,
    organisations: Object.fromEntries(entries.map(([id, value]) => [id, conditions(value)])),
  };
}

function roleOf({ id, extends: base, label, assignable, resources }: z.output<typeof accounts.RoleInfo>): RoleResult {
  // The contract says nothing of what is in them.
  const untyped = { label, resources } as Pick<RoleResult, "label" | "resources">;
  return withoutUndefined({ id, extends: base, label: untyped.label, assignable, resources: untyped.resources });
}
