import type { Operation } from "../contract";

const permissions = { GET: "read", POST: "create", PUT: "edit", DELETE: "delete" } as const;

/** Which permission a refused call probably lacks. Which roles give it only the server knows (docs/decisions.md#roles-belong-to-the-server). */
export function probablyMissing(operation: Operation): string {
  const permission = permissions[operation.method];
  const type = operation.tag.replace(/s$/, "");
  return `The account probably lacks the permission "${permission}" on ${type}. The operation: ${operation.summary}.`;
}
