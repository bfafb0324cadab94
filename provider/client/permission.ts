import { roles, type Operation, type ResourceType } from "../contract";

const permissions = { GET: "read", POST: "create", PUT: "edit", DELETE: "delete" } as const;

/** Which permission a refused call probably lacks, and which roles give it (docs/platform.md#roles-and-permissions). */
export function probablyMissing(operation: Operation): string {
  const permission = permissions[operation.method];
  const type = operation.tag.replace(/s$/, "");
  const giving = Object.values(roles)
    .filter((role) => (role.resources[type as ResourceType]?.[permission] ?? false) !== false)
    .map((role) => role.label.en);
  const from =
    giving.length === 0
      ? "no role gives it everywhere"
      : `given by the role ${giving.join(" or ")}, if its conditions hold`;
  return `The account probably lacks the permission "${permission}" on ${type} (${from}). The operation: ${operation.summary}.`;
}
