import { accounts } from "../../../provider/contract";
import { hasFlag } from "../../access/grants";
import { heldRolesOf } from "../../access/permissions";
import { refuse } from "../../refusal";
import { version } from "../../version";
import { implement } from "../implement";

/** Deleted users are not counted: their rows are there, the people are not. */
export const system = [
  implement(accounts.getSystemInfo, ({ world, caller }) => {
    if (
      !caller.administrator &&
      !heldRolesOf(world, caller).some(({ role }) => hasFlag(world.roles, role, "viewSystemInfo"))
    ) {
      throw refuse.forbidden("Your roles do not have the flag viewSystemInfo.");
    }
    return {
      version,
      organisations: world.organisations.all().length,
      users: world.users.all().filter(({ deleted }) => deleted !== true).length,
    };
  }),
];
