import type { z } from "zod";
import type { accounts } from "../../provider/contract";
import type { User } from "./model";

export type UserStatus = z.output<typeof accounts.userStatus>;

/** Whether somebody can log in. A deactivation hides, and does not undo, whether the account was activated before. */
export function statusOf({ deleted, deactivated, unconfirmed, passwordHash }: User): UserStatus {
  if (deleted === true) {
    return "deleted";
  }
  if (deactivated === true) {
    return "deactivated";
  }
  return unconfirmed === true || passwordHash === undefined ? "notActivated" : "active";
}
