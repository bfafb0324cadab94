import { z } from "zod";
import { FileInfo, milliseconds } from "../../provider/contract";
import { bucketEvents } from "./bucket-events";
import { contentEvents } from "./content-events";
import { event } from "./event";
import { themeEvents } from "./theme-events";
import { interactionEvents } from "./interaction-events";
import {
  CswConfiguration,
  MailedLink,
  MapConfiguration,
  Organisation,
  OrganisationChanges,
  OrganisationToken,
  Registration,
  role,
  TokenRenewal,
  User,
  UserChanges,
} from "./model";
import { workflowEvents } from "./workflow-events";

const id = z.string();

const ofOrganisation = { organisation: id };
const ofMember = { user: id, organisation: id };
const given = { by: id, at: milliseconds };
const offer = { ...ofMember, role, ...given };
/** `further`: roles beside it, in the same organisation. */
const gift = { ...offer, further: z.array(role).optional() };

/** Everything that can happen to the world. The event log on disk is a list of these, so they are only ever added to. */
export const WorldEvent = z.discriminatedUnion("type", [
  event("organisationCreated", { organisation: Organisation }),
  event("organisationUpdated", { id, changes: OrganisationChanges }),
  event("organisationDeleted", { id }),
  event("organisationCustomFieldsSet", { id, customFields: z.record(z.string(), z.string()) }),
  event("organisationLogoSet", { id, logo: FileInfo }),
  event("organisationLogoRemoved", { id }),
  event("organisationShared", { id, with: id, ...given }),
  event("organisationUnshared", { id, with: id }),

  event("userCreated", { user: User }),
  event("userUpdated", { id, changes: UserChanges }),
  event("userActivated", { id, passwordHash: z.string().optional() }),
  event("userDeactivated", { id }),
  event("userReactivated", { id }),
  event("userDeleted", { id }),
  event("passwordChanged", { id, passwordHash: z.string() }),
  event("linkMailed", { link: MailedLink }),
  event("registrationConfigured", { changes: Registration.partial() }),

  event("roleGiven", gift),
  event("roleOffered", offer),
  event("invitationAccepted", ofMember),
  event("memberRemoved", ofMember),

  event("tokenCreated", { token: OrganisationToken }),
  event("tokenRegenerated", { id, renewal: TokenRenewal }),
  event("tokenRevoked", { id }),
  event("tokenRemoved", { id }),

  event("capacitySet", { ...ofOrganisation, points: z.number().nullable() }),
  event("mapConfigurationChanged", { ...ofOrganisation, changes: MapConfiguration }),
  event("geometrySet", { ...ofOrganisation, geometry: FileInfo }),
  event("geometryRemoved", ofOrganisation),
  event("otherSettingsChanged", {
    ...ofOrganisation,
    changes: z.strictObject({
      eventsSubscribed: z.boolean().optional(),
      metadataDownloadLink: z.boolean().optional(),
    }),
  }),
  event("featuresToggled", { ...ofOrganisation, toggles: z.record(z.string(), z.boolean()) }),
  event("cswEndpointActivated", { ...ofOrganisation, at: milliseconds }),
  event("cswEndpointDeactivated", ofOrganisation),
  event("cswConfigurationChanged", { ...ofOrganisation, changes: CswConfiguration }),

  ...bucketEvents,
  ...contentEvents,
  ...themeEvents,
  ...interactionEvents,
  ...workflowEvents,
]);
export type WorldEvent = z.output<typeof WorldEvent>;
