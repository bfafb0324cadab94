import { png } from "../support/pictures";
import { organisation, startPlatform, user, type Platform, type Reply, type Visitor } from "../support/visitor";

// 1 Operator > 2 Land > 3 Kreis > 4 Gemeinde; 5 Anderes Land, with whom 3 is shared. Everything is done to 3.
const people = {
  administrator: ["1", "orgAdmin"],
  above: ["2", "orgAdmin"],
  superuser: ["3", "orgAdmin"],
  below: ["4", "orgAdmin"],
  themeManager: ["3", "themeManager"],
  dataManager: ["3", "dataManager"],
  member: ["3", "user"],
  partner: ["5", "orgAdmin"],
  stranger: ["6", "orgAdmin"],
} as const;
type Person = keyof typeof people;
const everybody = Object.keys(people) as Person[];

let platform: Platform;
let admin: Visitor;
let visitors: Record<Person, Visitor>;
/** Users to whom things are done: one of organisation 3, and one of organisation 4. */
let target: string;
let neighbour: string;
beforeAll(async () => {
  platform = await startPlatform({ administratorPassword: "Sunshine-42" });
  admin = platform.admin;
  for (const [name, parent] of [["Land", "1"], ["Kreis", "2"], ["Gemeinde", "3"], ["Anderes Land"], ["Fernes Land"]]) {
    await organisation(admin, name ?? "", parent);
  }
  await admin.send("POST", "/accounts/v1/organisations/3/sharing/5");
  const made = await Promise.all(
    everybody.map(async (person) => {
      const [id, role] = people[person];
      return [person, person === "administrator" ? admin : await user(admin, person, id, role)] as const;
    }),
  );
  visitors = Object.fromEntries(made) as Record<Person, Visitor>;
  target = await newUser("target");
  neighbour = await newUser("neighbour", "4");
});
afterAll(() => platform.emulator.close());

const accounts = "/accounts/v1";
const of3 = `${accounts}/organisations/3`;
const settings3 = "/resources/organisations/3";
const profileOfTarget = () => `${accounts}/users/${target}`;

async function newUser(username: string, inOrganisation = "3"): Promise<string> {
  const form = { username, fullName: username, email: `${username}@users.example`, role: "user" };
  const { body } = await admin.post(`${accounts}/users`, {
    ...form,
    organisation: inOrganisation,
    password: "Sunshine-42",
  });
  return (body as { id: string }).id;
}

/** Whatever was done to the target before. */
async function asMember(): Promise<void> {
  await asOutsider();
  await admin.post(`${of3}/members`, { user: target, role: "user" });
  await admin.delete(`${profileOfTarget()}/deactivation`);
}

async function asOutsider(): Promise<void> {
  await admin.delete(`${of3}/members/${target}`);
}

async function newToken(): Promise<void> {
  const { body } = await admin.post(`${accounts}/tokens`, { name: "token", organisation: "3" });
  token = (body as { id: string }).id;
}

interface Act {
  readonly may: readonly Person[];
  /** What is answered to those who see it and may not. */
  readonly otherwise?: 403 | 404;
  /** What is answered to those who do not see it. */
  readonly unseen?: 404 | 422;
  readonly sees?: readonly Person[];
  readonly prepare?: () => Promise<unknown>;
  readonly act: (by: Visitor) => Promise<Reply>;
}

const insiders = everybody.filter((person) => person !== "stranger" && person !== "partner");
const readers = everybody.filter((person) => person !== "stranger");
const editors: readonly Person[] = ["administrator", "above", "superuser"];
const administrators: readonly Person[] = ["administrator"];
let number = 0;
let token = "";
let victim = "";

const acts: Readonly<Record<string, Act>> = {
  getOrganisation: { may: readers, act: (by) => by.get(of3) },
  getMembers: { may: readers, act: (by) => by.get(`${of3}/members`) },
  getOrganisationSettings: { may: readers, act: (by) => by.get(settings3) },
  getDefaultBaseMap: { may: readers, act: (by) => by.get("/actions/organisations/3/basemap") },
  updateOrganisation: { may: editors, act: (by) => by.put(of3, { city: "Dorf" }) },
  setOrganisationCustomFields: { may: editors, act: (by) => by.put(`${of3}/customFields`, { a: "b" }) },
  setOrganisationLogo: { may: editors, act: (by) => by.upload(`${of3}/logo`, png) },
  deleteOrganisationLogo: {
    may: editors,
    prepare: () => admin.upload(`${of3}/logo`, png),
    act: (by) => by.delete(`${of3}/logo`),
  },
  createSuborganisation: {
    may: editors,
    act: (by) => by.post(`${of3}/suborganisations`, { name: `Dorf ${String((number += 1))}` }),
  },
  shareOrganisation: {
    may: editors,
    prepare: () => admin.delete(`${of3}/sharing/6`),
    act: (by) => by.send("POST", `${of3}/sharing/6`),
  },
  unshareOrganisation: {
    may: editors,
    // With one that none of the people belongs to.
    prepare: async () => {
      await admin.delete(`${of3}/sharing/6`);
      return admin.send("POST", `${of3}/sharing/1`);
    },
    act: (by) => by.delete(`${of3}/sharing/1`),
  },
  addMember: {
    may: editors,
    prepare: () => admin.delete(`${of3}/members/${neighbour}`),
    act: (by) => by.post(`${of3}/members`, { user: neighbour, role: "user" }),
  },
  inviteMember: {
    may: editors,
    prepare: asOutsider,
    act: (by) =>
      by.post(`${of3}/invitations`, { username: "target", email: "target@users.example", role: "dataManager" }),
  },
  assignRole: {
    may: editors,
    sees: insiders,
    prepare: asMember,
    act: (by) => by.put(`${of3}/members/${target}`, { role: "dataManager" }),
  },
  removeMember: {
    may: editors,
    sees: insiders,
    prepare: asMember,
    act: (by) => by.delete(`${of3}/members/${target}`),
  },
  createOrganisationToken: {
    may: editors,
    unseen: 422,
    act: (by) => by.post(`${accounts}/tokens`, { name: "token", organisation: "3" }),
  },
  getOrganisationToken: {
    may: editors,
    otherwise: 404,
    prepare: newToken,
    act: (by) => by.get(`${accounts}/tokens/${token}`),
  },
  regenerateOrganisationToken: {
    may: editors,
    otherwise: 404,
    prepare: newToken,
    act: (by) => by.post(`${accounts}/tokens/${token}/regeneration`, {}),
  },
  revokeOrganisationToken: {
    may: editors,
    otherwise: 404,
    prepare: newToken,
    act: (by) => by.send("PUT", `${accounts}/tokens/${token}/revocation`),
  },
  removeOrganisationToken: {
    may: editors,
    otherwise: 404,
    prepare: newToken,
    act: (by) => by.delete(`${accounts}/tokens/${token}`),
  },
  getProfile: { may: insiders, sees: insiders, prepare: asMember, act: (by) => by.get(`${profileOfTarget()}/profile`) },
  updateUser: {
    may: editors,
    sees: insiders,
    prepare: asMember,
    act: (by) => by.put(profileOfTarget(), { city: "Dorf" }),
  },
  changePassword: {
    may: editors,
    sees: insiders,
    prepare: asMember,
    act: (by) => by.put(`${profileOfTarget()}/password`, { password: "Moonshine-42" }),
  },
  deactivateUser: {
    may: editors,
    sees: insiders,
    prepare: async () => {
      await asMember();
      await admin.delete(`${profileOfTarget()}/deactivation`);
    },
    act: (by) => by.send("PUT", `${profileOfTarget()}/deactivation`),
  },
  reactivateUser: {
    may: editors,
    // Those who cannot log in are shown to their Superusers only.
    sees: editors,
    prepare: async () => {
      await asMember();
      await admin.send("PUT", `${profileOfTarget()}/deactivation`);
    },
    act: (by) => by.delete(`${profileOfTarget()}/deactivation`),
  },
  deleteUser: {
    may: editors,
    sees: insiders,
    prepare: async () => {
      victim = await newUser(`victim${String((number += 1))}`);
    },
    act: (by) => by.delete(`${accounts}/users/${victim}`),
  },
  updateMapConfiguration: { may: editors, act: (by) => by.put(`${settings3}/mapConfiguration`, { layers: ["a"] }) },
  updateOtherSettings: { may: editors, act: (by) => by.put(`${settings3}/other`, { eventsSubscribed: true }) },
  setGeometry: {
    may: editors,
    act: (by) => by.upload(`${settings3}/geometry`, '{"type":"Point","coordinates":[8,49]}'),
  },
  updateCswConfiguration: {
    may: editors,
    prepare: () => admin.put(`${settings3}/cswEndpoint`, {}),
    act: (by) => by.put(`${settings3}/csw`, { gemetKeywords: ["soil"] }),
  },
  updateCapacity: { may: administrators, act: (by) => by.put(`${settings3}/capacity`, { points: 1 }) },
  updateFeatureToggles: {
    may: administrators,
    act: (by) => by.put(`${settings3}/featureToggles`, { datasetSeries: true }),
  },
  activateCswEndpoint: { may: administrators, act: (by) => by.put(`${settings3}/cswEndpoint`, {}) },
  deactivateCswEndpoint: { may: administrators, act: (by) => by.delete(`${settings3}/cswEndpoint`) },
  previewOrganisationDeletion: { may: editors, act: (by) => by.get("/actions/organisations/3/deletion") },
};

describe.each(Object.entries(acts))(
  "%s",
  (_operation, { may, sees = readers, otherwise = 403, unseen = 404, prepare, act }) => {
    it("is allowed to exactly those who may do it", async () => {
      const answered: [Person, number][] = [];
      const expected: [Person, number][] = [];
      for (const person of everybody) {
        await prepare?.();
        const { status } = await act(visitors[person]);
        answered.push([person, status >= 200 && status < 300 ? 200 : status]);
        expected.push([person, may.includes(person) ? 200 : sees.includes(person) ? otherwise : unseen]);
      }
      expect(answered).toEqual(expected);
    });
  },
);
