import { z } from "zod";
import { accounts, milliseconds, resources } from "../../provider/contract";

/*
 * What the platform keeps. The event log on disk is made of these, so a field that comes later is optional, and the forms
 * of what people send (lengths, characters) are not checked again here: they may become stricter.
 */

/** What the platform keeps of an organisation: what it shows of it, with nothing left open. */
export const Organisation = z
  .strictObject(accounts.OrganisationInfo.shape)
  .required({ createdBy: true, created: true });
export type Organisation = z.output<typeof Organisation>;

/** Fields of an organisation that can be edited (docs/platform.md#organisations: the name is not one of them). */
export const OrganisationChanges = accounts.OrganisationUpdate;
export type OrganisationChanges = z.output<typeof OrganisationChanges>;

/** The id of a role. Which ones there are the roles file says, which may be another one at the next start. */
export const role = z.string();

/** Who gave a role, and when. */
const given = { by: z.string(), at: milliseconds };

const Grant = z.strictObject(given);
const Invitation = z.strictObject({ role, ...given });

const profile = {
  description: z.string().optional(),
  street: z.string().optional(),
  zip: z.string().optional(),
  city: z.string().optional(),
  phone: z.string().optional(),
  customFields: z.record(z.string(), z.string()).optional(),
  taskNotifications: z.boolean().optional(),
};

export const User = z.strictObject({
  id: z.string(),
  username: z.string(),
  screenName: z.string(),
  fullName: z.string(),
  email: z.string(),
  /** Absent while the account is not activated: such a user cannot log in yet (docs/platform.md#users). */
  passwordHash: z.string().optional(),
  /** Organisation id to role id, or to several of them (docs/platform.md#several-roles). */
  orgRoles: z.record(z.string(), z.union([role, z.array(role)])),
  /** By organisation; a role that came with the user was given by the user's creator. */
  grants: z.record(z.string(), Grant).optional(),
  /** Roles that were offered and not accepted yet, by organisation. They allow nothing. */
  invitations: z.record(z.string(), Invitation).optional(),
  /** Administrators stand outside the roles (docs/platform.md#roles-and-permissions). */
  administrator: z.boolean(),
  ...profile,
  /** Registered, and the mailed link was not followed yet. */
  unconfirmed: z.boolean().optional(),
  deactivated: z.boolean().optional(),
  /** Deactivated for good; the row stays (docs/platform.md#user-deletion). */
  deleted: z.boolean().optional(),
  createdBy: z.string(),
  created: milliseconds,
});
export type User = z.output<typeof User>;

/** Changes to a profile: an empty text clears a field. */
export const UserChanges = z.strictObject({
  fullName: z.string().optional(),
  email: z.string().optional(),
  screenName: z.string().optional(),
  ...profile,
});
export type UserChanges = z.output<typeof UserChanges>;

/** A link that was mailed. Its key is kept as a hash only. */
export const MailedLink = z.strictObject({
  user: z.string(),
  purpose: z.enum(["activation", "passwordReset"]),
  keyHash: z.string(),
  expires: milliseconds,
});
export type MailedLink = z.output<typeof MailedLink>;

const span = { validFrom: milliseconds, validUntil: milliseconds, reminder: milliseconds.optional() };

/** A token for an organisation's protected services. The token itself is kept as a hash only. */
export const OrganisationToken = z.strictObject({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  ...span,
  secretHash: z.string(),
  revoked: z.boolean().optional(),
  createdBy: z.string(),
  /** When its newest secret was made. */
  created: milliseconds,
});
export type OrganisationToken = z.output<typeof OrganisationToken>;

/** What a regeneration makes new. */
export const TokenRenewal = z.strictObject({ ...span, secretHash: z.string(), created: milliseconds });
export type TokenRenewal = z.output<typeof TokenRenewal>;

/** How accounts come about. */
export const Registration = z.strictObject({ selfRegistration: z.boolean(), activationHours: z.number() });
export type Registration = z.output<typeof Registration>;

export const MapConfiguration = z.strictObject({
  baseMap: z.string().optional(),
  copyright: z.string().optional(),
  layers: z.array(z.string()).optional(),
});
export type MapConfiguration = z.output<typeof MapConfiguration>;

export const CswConfiguration = z.strictObject({
  supportedLanguages: z.array(z.string()).optional(),
  defaultLanguage: z.string().optional(),
  date: z.string().optional(),
  gemetKeywords: z.array(z.string()).optional(),
  serviceConformity: z.enum(resources.conformities).optional(),
  temporalExtent: z.strictObject({ begin: z.string().optional(), end: z.string().optional() }).optional(),
});
export type CswConfiguration = z.output<typeof CswConfiguration>;
