import { z } from "zod";
import { accounts, assignableRoles, milliseconds } from "../../provider/contract";

/** What the platform keeps of an organisation: what it shows of it, with nothing left open. */
export const Organisation = z
  .strictObject(accounts.OrganisationInfo.shape)
  .required({ createdBy: true, created: true });
export type Organisation = z.output<typeof Organisation>;

/** Fields of an organisation that can be edited (facts 3.1: the name is not one of them). */
export const OrganisationChanges = accounts.OrganisationUpdate;
export type OrganisationChanges = z.output<typeof OrganisationChanges>;

export const User = z.strictObject({
  id: z.string(),
  username: z.string(),
  screenName: z.string(),
  fullName: z.string(),
  email: z.string(),
  /** Absent while the account is not activated: such a user cannot log in yet (facts 3.2). */
  passwordHash: z.string().optional(),
  /** Organisation id to role id. */
  orgRoles: z.record(z.string(), z.enum(assignableRoles)),
  /** Administrators stand outside the roles (facts 3.3). */
  administrator: z.boolean(),
  createdBy: z.string(),
  created: milliseconds,
});
export type User = z.output<typeof User>;
