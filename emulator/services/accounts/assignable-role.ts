import { refuse } from "../../refusal";
import { role, type AssignableRole } from "../../world/model";

/** A role that can be given in an organisation; 422 naming `role` for any other. */
export function assignable(id: string): AssignableRole {
  const read = role.safeParse(id);
  if (!read.success) {
    throw refuse.invalid([{ field: "role", message: `there is no role ${id} to give: ${role.options.join(", ")}` }]);
  }
  return read.data;
}
