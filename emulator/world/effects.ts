import { bucketEffects } from "./bucket-effects";
import { contentEffects } from "./content-effects";
import type { WorldEvent } from "./events";
import { themeEffects } from "./theme-effects";
import { interactionEffects } from "./interaction-effects";
import { withoutEmpty } from "./without-empty";
import { workflowEffects } from "./workflow-effects";
import type { Collections } from "./collections";

type Effects = { readonly [E in WorldEvent as E["type"]]: (world: Collections, event: E) => void };

/** What each event does to the world. */
export const effects: Effects = {
  organisationCreated: ({ organisations }, { organisation }) => organisations.add(organisation),
  organisationUpdated: ({ organisations }, { id, changes }) => organisations.change(id, changes),
  organisationDeleted: (collections, { id }) => {
    const { organisations, users, tokens, settings, buckets, contents, themes, interactions } = collections;
    interactions.dropOrganisation(id);
    contents.dropOrganisation(id);
    themes.dropOrganisation(id);
    buckets.dropOrganisation(id);
    users.dropOrganisation(id);
    tokens.dropOrganisation(id);
    settings.dropOrganisation(id);
    organisations.remove(id);
  },
  organisationCustomFieldsSet: ({ organisations }, { id, customFields }) =>
    organisations.change(id, { customFields: Object.keys(customFields).length === 0 ? undefined : customFields }),
  organisationLogoSet: ({ organisations }, { id, logo }) => organisations.change(id, { logo }),
  organisationLogoRemoved: ({ organisations }, { id }) => organisations.change(id, { logo: undefined }),
  organisationShared: ({ organisations }, { id, with: organisation, by, at }) =>
    organisations.share(id, { organisation, sharedBy: by, shared: at }),
  organisationUnshared: ({ organisations }, event) => organisations.unshare(event.id, event.with),

  userCreated: ({ users }, { user }) => users.add(user),
  userUpdated: ({ users, links }, { id, changes }) => {
    if (changes.email !== undefined && changes.email !== users.get(id)?.email) {
      // They went to an address that is no longer the user's.
      links.dropUser(id);
    }
    users.change(id, changes);
  },
  userActivated: ({ users, links }, { id, passwordHash }) => {
    users.activate(id, passwordHash);
    links.dropUser(id);
  },
  userDeactivated: ({ users }, { id }) => users.deactivate(id, true),
  userReactivated: ({ users }, { id }) => users.deactivate(id, false),
  userDeleted: ({ users, links, buckets, themes, interactions }, { id }) => {
    interactions.dropUser(id);
    buckets.dropCollaborator(id);
    themes.dropUser(id);
    users.remove(id);
    links.dropUser(id);
  },
  passwordChanged: ({ users, links }, { id, passwordHash }) => {
    users.activate(id, passwordHash);
    links.dropUser(id);
  },
  linkMailed: ({ links }, { link }) => links.add(link),
  registrationConfigured: (world, { changes }) => {
    world.registration = { ...world.registration, ...withoutEmpty(changes) } as Collections["registration"];
  },

  roleGiven: ({ users }, { user, organisation, role, further = [], by, at }) =>
    users.giveRole(user, organisation, further.length === 0 ? role : [role, ...further], { by, at }),
  roleOffered: ({ users }, { user, organisation, role, by, at }) => users.invite(user, organisation, { role, by, at }),
  invitationAccepted: ({ users }, { user, organisation }) => users.accept(user, organisation),
  memberRemoved: ({ users }, { user, organisation }) => users.leave(user, organisation),

  tokenCreated: ({ tokens }, { token }) => tokens.add(token),
  tokenRegenerated: ({ tokens }, { id, renewal }) => tokens.renew(id, renewal),
  tokenRevoked: ({ tokens }, { id }) => tokens.revoke(id),
  tokenRemoved: ({ tokens }, { id }) => tokens.remove(id),

  capacitySet: ({ settings }, { organisation, points }) =>
    settings.change(organisation, { capacityPoints: points ?? undefined }),
  mapConfigurationChanged: ({ settings }, { organisation, changes }) =>
    settings.change(organisation, {
      mapConfiguration: withoutEmpty({ ...settings.of(organisation).mapConfiguration, ...changes }),
    }),
  geometrySet: ({ settings }, { organisation, geometry }) => settings.change(organisation, { geometry }),
  geometryRemoved: ({ settings }, { organisation }) => settings.change(organisation, { geometry: undefined }),
  otherSettingsChanged: ({ settings }, { organisation, changes }) => settings.change(organisation, changes),
  featuresToggled: ({ settings }, { organisation, toggles }) =>
    settings.change(organisation, { featureToggles: { ...settings.of(organisation).featureToggles, ...toggles } }),
  cswEndpointActivated: ({ settings }, { organisation, at }) =>
    settings.change(organisation, { csw: { activated: at, configuration: {} } }),
  cswEndpointDeactivated: ({ settings }, { organisation }) => settings.change(organisation, { csw: undefined }),
  cswConfigurationChanged: ({ settings }, { organisation, changes }) => settings.configureCsw(organisation, changes),

  ...bucketEffects,
  ...contentEffects,
  ...themeEffects,
  ...interactionEffects,
  ...workflowEffects,
};
