import { z } from "zod";
import { Organisation, OrganisationChanges, User } from "./model";

const id = z.string();

/** Everything that can happen to the world. The journal on disk is a list of these, so they are only ever added to. */
export const WorldEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("organisationCreated"), organisation: Organisation }),
  z.strictObject({ type: z.literal("organisationUpdated"), id, changes: OrganisationChanges }),
  z.strictObject({ type: z.literal("organisationDeleted"), id }),
  z.strictObject({ type: z.literal("userCreated"), user: User }),
  z.strictObject({ type: z.literal("passwordChanged"), id, passwordHash: z.string() }),
]);
export type WorldEvent = z.output<typeof WorldEvent>;
