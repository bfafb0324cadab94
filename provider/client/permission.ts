import type { Operation } from "../contract";

const permissions = { GET: "read", POST: "create", PUT: "edit", DELETE: "delete" } as const;

/**
 * Which permission a refused call lacks: the one that the server names, or else probably that of the method. Which roles
 * give it only the server knows (docs/decisions.md#roles-belong-to-the-server).
 */
export function missingPermission(operation: Operation, message: string): string {
  if (/\bpermission\b/i.test(message)) {
    return `The account lacks the permission that the server names. The operation: ${operation.summary}.`;
  }
  const permission = permissions[operation.method];
  const type = operation.tag.replace(/s$/, "");
  return `The account probably lacks the permission "${permission}" on ${type}. The operation: ${operation.summary}.`;
}
