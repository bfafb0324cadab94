import { accounts, store } from "../../../../provider/contract";
import { Stack, Tenant, type Declaration } from "../stack";

let tenant: Tenant;
let stack: Stack;
/** What the list is about, and whom it may name. */
let subject: string;
let one: string;
let two: string;
let three: string;
beforeAll(async () => {
  tenant = await Tenant.start();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterAll(() => tenant.stop());
let count = 0;
beforeEach(() => {
  count += 1;
  const { username, password } = tenant.emulator;
  stack = new Stack(() => tenant.clientOf(username, password));
});

/** A list, with the resource that is about one of its members, and what is done by hand. */
interface Kind {
  readonly prepare: () => Promise<void>;
  readonly list: (named: readonly string[]) => Declaration;
  readonly single: (whom: string, more?: Readonly<Record<string, string>>) => Declaration;
  readonly give: (whom: string) => Promise<unknown>;
  readonly take: (whom: string) => Promise<unknown>;
  readonly there: () => Promise<readonly string[]>;
}

const organisations = (): Promise<string[]> =>
  Promise.all(["subject", "one", "two", "three"].map((name) => tenant.organisation(`${name} ${count}`)));
const bucketPath = () => {
  const [, ownerId = "", bucketId = ""] = subject.split(".");
  return { ownerType: "org" as const, ownerId, bucketId };
};
const bucketOf = () => tenant.byHand.call(store.data.getBucketInfo, { path: bucketPath() });
const aBucket = async (organisation: string): Promise<string> => {
  const path = { ownerType: "org" as const, ownerId: organisation };
  const { bucket = "" } = await tenant.byHand.call(store.data.createBucketWithOwner, { path, body: { name: "roads" } });
  return `data/org.${organisation}.${bucket}`;
};

const ofOrganisation: Kind = {
  prepare: async () => {
    [subject = "", one = "", two = "", three = ""] = await organisations();
  },
  list: (sharedWith) => ({
    kind: "OrganisationSharingList",
    name: "list",
    values: () => ({ organisation: subject, sharedWith }),
  }),
  single: (sharedWith, more = {}) => ({
    kind: "OrganisationSharing",
    name: "single",
    values: () => ({ organisation: subject, sharedWith, ...more }),
  }),
  give: (otherOrgId) => tenant.byHand.call(accounts.shareOrganisation, { path: { orgId: subject, otherOrgId } }),
  take: (otherOrgId) => tenant.byHand.call(accounts.unshareOrganisation, { path: { orgId: subject, otherOrgId } }),
  there: async () => {
    const { sharedWith = [] } = await tenant.byHand.call(accounts.getOrganisation, { path: { orgId: subject } });
    return sharedWith.map(({ organisation }) => organisation);
  },
};

const role = "dataManager";
const ofMembers: Kind = {
  prepare: async () => {
    const [, home = ""] = ([subject = ""] = await organisations());
    const names = ["one", "two", "three"].map((name) => `${name}.member.${count}`);
    [one = "", two = "", three = ""] = await Promise.all(names.map((name) => tenant.user(name, home, "user")));
  },
  list: (users) => ({
    kind: "OrganisationMembers",
    name: "list",
    values: () => ({ organisation: subject, members: users.map((user) => ({ user, role })) }),
  }),
  single: (user, more = {}) => ({
    kind: "RoleAssignment",
    name: "single",
    values: () => ({ organisation: subject, user, role, ...more }),
  }),
  give: (user) => tenant.byHand.call(accounts.addMember, { path: { orgId: subject }, body: { user, role } }),
  take: (userId) => tenant.byHand.call(accounts.removeMember, { path: { orgId: subject, userId } }),
  there: async () => {
    const { items } = await tenant.byHand.list(accounts.getMembers, { path: { orgId: subject } });
    return items.map(({ user }) => user).filter((it) => [one, two, three].includes(it));
  },
};

const ofContent: Kind = {
  prepare: async () => {
    const [owner = "", ...partners] = await organisations();
    [one = "", two = "", three = ""] = partners;
    subject = await aBucket(owner);
  },
  list: (sharedWith) => ({
    kind: "ContentSharingList",
    name: "list",
    values: () => ({ content: subject, sharedWith }),
  }),
  single: (sharedWith, more = {}) => ({
    kind: "ContentSharing",
    name: "single",
    values: () => ({ content: subject, sharedWith, ...more }),
  }),
  give: (orgId) => tenant.byHand.call(store.data.shareBucket, { path: { ...bucketPath(), orgId } }),
  take: (orgId) => tenant.byHand.call(store.data.unshareBucket, { path: { ...bucketPath(), orgId } }),
  there: async () => ((await bucketOf()).sharedWith ?? []).map(({ organisation }) => organisation),
};

const ofCollaborators: Kind = {
  prepare: async () => {
    const [owner = ""] = await organisations();
    const names = ["one", "two", "three"].map((name) => `${name}.collaborator.${count}`);
    [one = "", two = "", three = ""] = await Promise.all(names.map((name) => tenant.user(name, owner, "user")));
    subject = await aBucket(owner);
  },
  list: (collaborators) => ({
    kind: "ContentSharingList",
    name: "list",
    values: () => ({ content: subject, collaborators }),
  }),
  single: (collaborator, more = {}) => ({
    kind: "ContentSharing",
    name: "single",
    values: () => ({ content: subject, collaborator, ...more }),
  }),
  give: (userId) => tenant.byHand.call(store.data.addCollaborator, { path: { ...bucketPath(), userId } }),
  take: (userId) => tenant.byHand.call(store.data.removeCollaborator, { path: { ...bucketPath(), userId } }),
  there: async () => ((await bucketOf()).collaborators ?? []).map(({ user }) => user),
};

describe.each([
  ["organisations with which an organisation shares its access", ofOrganisation],
  ["members of an organisation", ofMembers],
  ["organisations that read a bucket", ofContent],
  ["users who work on a bucket", ofCollaborators],
])("the whole list of %s", (_inWords, { prepare, list, single, give, take, there }) => {
  beforeEach(prepare);
  const left = async () => {
    const all = await there();
    return [one, two, three].filter((it) => all.includes(it));
  };

  it("removes in the end every member that it added, even later ones", async () => {
    await stack.up([list([one])]);
    await stack.up([list([one, two])]);
    await stack.destroy();
    expect(await left()).toEqual([]);
  });

  it("leaves the members that it found", async () => {
    await give(one);
    await stack.up([list([one, two])]);
    await stack.destroy();
    expect(await left()).toEqual([one]);
  });

  it("leaves members that somebody else added since, even if a refresh has shown them", async () => {
    await stack.up([list([one])]);
    await give(two);
    await stack.refresh();
    await give(three);
    await stack.destroy();
    expect(await left()).toEqual([two, three]);
  });

  it("leaves members that existed before it named them, even if a refresh has shown them", async () => {
    await stack.up([list([one])]);
    await give(two);
    await stack.up([list([one, two])]);
    await give(three);
    await stack.up([list([one, two, three])], { refresh: true });
    await stack.destroy();
    expect(await left()).toEqual([two, three]);
  });

  it("does not put back a member that a declaration removed, and leaves it if somebody else adds it again", async () => {
    await give(two);
    await stack.up([list([one, two])]);
    await stack.up([list([one])]);
    expect(await left()).toEqual([one]);
    await give(two);
    await stack.destroy();
    expect(await left()).toEqual([two]);
  });

  it("removes a member that it added again after a loss", async () => {
    await give(one);
    await stack.up([list([one])]);
    await stack.up([list([])]);
    await stack.up([list([one])]);
    await stack.destroy();
    expect(await left()).toEqual([]);
  });

  it("adds a member again that was removed by hand, and removes it in the end", async () => {
    await stack.up([list([one])]);
    await take(one);
    await stack.up([list([one])], { refresh: true });
    expect(await left()).toEqual([one]);
    await stack.destroy();
    expect(await left()).toEqual([]);
  });

  it("leaves a member that another resource declares in the same run", async () => {
    await stack.up([list([one, two])]);
    await stack.up([single(one, { adopt: "ifExists" })]);
    expect(await left()).toEqual([one]);
    await stack.up([single(one, { adopt: "ifExists" })], { refresh: true });
    expect([...stack.states.keys()]).toEqual(["single"]);
  });

  it("keeps a member that follows from another resource", async () => {
    await stack.up([single(one)]);
    await stack.up([list([one, two])]);
    expect(await left()).toEqual([one, two]);
  });
});

describe("a list of a bucket's shares that leaves a part alone", () => {
  const whole = (values: Readonly<Record<string, unknown>>): Declaration => ({
    kind: "ContentSharingList",
    name: "list",
    values: () => ({ content: subject, ...values }),
  });
  const isPublic = async () => (await bucketOf()).properties?.["sharingOptions"];
  beforeEach(ofContent.prepare);

  it("keeps nothing of that part for a resource that is deleted", async () => {
    await stack.up([ofContent.single(one)]);
    await stack.up([whole({ public: true })]);
    expect(await ofContent.there()).toEqual([]);
  });

  it("leaves the bucket public if another resource says so in the same run", async () => {
    await stack.up([whole({ public: true })]);
    const single = { kind: "ContentSharing", name: "single", values: () => ({ content: subject, public: true }) };
    await stack.up([{ ...single, values: () => ({ ...single.values(), adopt: "required" }) }]);
    expect(await isPublic()).toMatchObject({ public: true });
  });

  it("leaves somebody else's change of that part", async () => {
    await stack.up([whole({ public: false })]);
    await tenant.byHand.call(store.data.setBucketProperty, {
      path: { ...bucketPath(), property: "sharingOptions" },
      body: { public: true },
    });
    await stack.destroy();
    expect(await isPublic()).toMatchObject({ public: true });
  });

  it("makes the bucket private again when it goes, if it was private before", async () => {
    await stack.up([whole({ public: true })]);
    await stack.destroy();
    expect(await isPublic()).toMatchObject({ public: false });
  });
});

describe("an invitation that was accepted", () => {
  const name = () => `invited.${count}`;
  const invitation = (more = {}): Declaration => ({
    kind: "Invitation",
    name: "single",
    values: () => ({ organisation: subject, username: name(), email: `${name()}@users.example`, role, ...more }),
  });
  const accept = () =>
    tenant.clientOf(name(), "Geheim-12345").call(accounts.acceptInvitation, { path: { orgId: subject } });
  beforeEach(async () => {
    const [, home = ""] = ([subject = ""] = await organisations());
    one = await tenant.user(name(), home, "user");
  });

  it("leaves the role to the whole list that names the user", async () => {
    await stack.up([invitation()]);
    await accept();
    await stack.up([ofMembers.list([one])]);
    expect(await ofMembers.there()).toEqual([one]);
  });

  it("keeps the role when the list goes", async () => {
    await stack.up([ofMembers.list([one])]);
    await stack.up([invitation({ adopt: "ifExists" })]);
    expect(await ofMembers.there()).toEqual([one]);
  });
});
