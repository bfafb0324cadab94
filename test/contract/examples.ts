import { contentExamples } from "./content-examples";
import type { Example } from "./example";
import { interactionExamples } from "./interaction-examples";
import { storeExamples } from "./store-examples";
import { workflowExamples } from "./workflow-examples";

const password = "Sunshine-42";
const erika = { username: "erika", fullName: "Erika Muster", email: "erika@users.example" };
const max = { username: "max", fullName: "Max Muster", email: "max@users.example" };

/** A picture of one pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const geoJson = Buffer.from('{"type":"Point","coordinates":[8.65,49.87]}');

const ofOperator = { path: { orgId: "1" } };
const ofLand = { path: { orgId: "2" } };
const ofErika = { path: { userId: "2" } };
const share = { path: { orgId: "1", otherOrgId: "2" } };
const membership = { path: { orgId: "2", userId: "2" } };
const ofToken = { path: { tokenId: "1" } };

const {
  "store/projects.deleteBucket": deleteProject = {},
  "store/data.deleteBucket": deleteDataset = {},
  ...ofStores
} = storeExamples;

/** One call of each operation that a fresh emulator answers as declared, in an order in which they all can be made. */
export const examples: Readonly<Record<string, Example>> = {
  login: { body: ({ emulator }) => ({ username: emulator.username, password: emulator.password }) },
  getProfileOfCurrentUser: {},
  getProfile: { path: { userIdOrScreenName: "1" } },
  getRoles: {},
  getResourcePermissionInfo: { path: { resourceType: "TransformationProject", permission: "create" } },
  getSystemInfo: {},

  createUser: { body: () => ({ ...erika, organisation: "1", role: "themeManager", password }) },
  getUsers: {},
  updateUser: { ...ofErika, body: () => ({ phone: "06151 123456", taskNotifications: true }) },
  deactivateUser: ofErika,
  reactivateUser: ofErika,
  changePassword: { ...ofErika, body: () => ({ password }) },
  requestPasswordReset: { body: () => ({ username: erika.username }) },
  resetPassword: { body: ({ keyMailedTo }) => ({ key: keyMailedTo(erika.email), password }) },

  updateRegistrationConfiguration: { body: () => ({ selfRegistration: true }) },
  getRegistrationConfiguration: {},
  register: { body: () => ({ ...max, password }) },
  resendActivation: { path: { userId: "3" } },
  confirmActivation: { body: ({ keyMailedTo }) => ({ key: keyMailedTo(max.email) }) },

  createOrganisation: { body: () => ({ name: "Land" }) },
  createSuborganisation: {
    ...ofOperator,
    body: () => ({ name: "Kreis", legalName: "Der Kreis", email: "info@kreis.example" }),
  },
  getOrganisation: ofOperator,
  getOrganisations: {},
  getSuborganisations: ofOperator,
  updateOrganisation: { ...ofLand, body: () => ({ city: "Musterstadt" }) },
  setOrganisationCustomFields: { ...ofLand, body: () => ({ Behördenkennung: "06" }) },
  setOrganisationLogo: { ...ofLand, file: { name: "wappen.png", type: "image/png", content: png } },
  getOrganisationLogo: ofLand,
  deleteOrganisationLogo: ofLand,
  shareOrganisation: share,
  unshareOrganisation: share,

  addMember: { ...ofLand, body: () => ({ user: "2", role: "dataManager" }) },
  getMembers: ofLand,
  getMember: membership,
  assignRole: { ...membership, body: () => ({ role: "orgAdmin" }) },
  removeRole: {
    path: { ...membership.path, role: "themeManager" },
    before: { operation: "assignRole", example: { ...membership, body: () => ({ role: "themeManager" }) } },
  },
  inviteMember: { ...ofLand, body: () => ({ username: max.username, email: max.email, role: "user" }) },
  acceptInvitation: { ...ofLand, as: { username: max.username, password } },
  removeMember: {
    ...membership,
    before: { operation: "addMember", example: { ...ofLand, body: () => ({ user: "2", role: "dataManager" }) } },
  },

  createOrganisationToken: { body: () => ({ name: "Kartenportal", organisation: "1" }) },
  getOrganisationTokens: {},
  getOrganisationToken: ofToken,
  regenerateOrganisationToken: { ...ofToken, body: () => ({ validDays: 30 }) },
  revokeOrganisationToken: ofToken,
  removeOrganisationToken: ofToken,

  getOrganisationSettings: ofOperator,
  getAllOrganisationSettings: {},
  updateCapacity: { ...ofOperator, body: () => ({ points: 20_000 }) },
  updateMapConfiguration: {
    ...ofOperator,
    body: () => ({ baseMap: "https://maps.land.example/wms", layers: ["karte"], copyright: "© Land" }),
  },
  setGeometry: { ...ofOperator, file: { name: "gebiet.geojson", type: "application/geo+json", content: geoJson } },
  getGeometry: ofOperator,
  deleteGeometry: ofOperator,
  updateOtherSettings: { ...ofOperator, body: () => ({ eventsSubscribed: true }) },
  updateFeatureToggles: { ...ofOperator, body: () => ({ datasetSeries: true }) },
  activateCswEndpoint: ofOperator,
  updateCswConfiguration: { ...ofOperator, body: () => ({ gemetKeywords: ["Bodennutzung"] }) },
  deactivateCswEndpoint: ofOperator,

  ...ofStores,
  ...contentExamples,
  ...interactionExamples,
  ...workflowExamples,
  "store/projects.deleteBucket": deleteProject,
  "store/data.deleteBucket": deleteDataset,

  getDefaultBaseMap: ofOperator,
  previewOrganisationDeletion: ofLand,
  deleteOrganisation: ofLand,
  deleteUser: ofErika,
};
