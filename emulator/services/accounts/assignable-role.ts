import { assignableRoles } from "../../access/grants";
import { refuse } from "../../refusal";
import type { WorldView } from "../../world/world";

/** A role that can be given in an organisation; 422 naming `role` for any other. */
export function assignable({ roles }: WorldView, id: string): string {
  const known = assignableRoles(roles);
  if (!known.includes(id)) {
    throw refuse.invalid([{ field: "role", message: `there is no role ${id} to give: ${known.join(", ")}` }]);
  }
  return id;
}
