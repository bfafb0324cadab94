import { accounts, actions, store } from "../../../provider/contract";
import { Stack, Tenant, type Declaration } from "./stack";

/** A Superuser in one tree, whose partner is in another one, which nobody there sees. */
let tenant: Tenant;
let stack: Stack;
let own: string;
let partner: string;
let content: string;
let count = 0;
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  count += 1;
  own = await tenant.organisation(`own ${count}`);
  partner = await tenant.organisation(`partner ${count}`);
  await tenant.user(`alice.${count}`, own, "orgAdmin");
  const path = { ownerType: "org", ownerId: own } as const;
  const { bucket = "" } = await tenant.byHand.call(store.data.createBucketWithOwner, { path, body: { name: "roads" } });
  content = `data/org.${own}.${bucket}`;
  stack = new Stack(() => tenant.clientOf(`alice.${count}`, "Geheim-12345"));
});

const declared = (kind: string, values: () => Readonly<Record<string, unknown>>): Declaration => ({
  kind,
  name: kind,
  values,
});
const bucketPath = () => ({ ownerType: "org" as const, ownerId: own, bucketId: content.split(".")[2] ?? "" });
const ofOrganisation = async () =>
  (await tenant.byHand.call(accounts.getOrganisation, { path: { orgId: own } })).sharedWith;
const ofContent = async () => (await tenant.byHand.call(store.data.getBucketInfo, { path: bucketPath() })).sharedWith;

const ways = [
  [declared("OrganisationSharing", () => ({ organisation: own, sharedWith: partner })), ofOrganisation],
  [declared("OrganisationSharingList", () => ({ organisation: own, sharedWith: [partner] })), ofOrganisation],
  [declared("ContentSharing", () => ({ content, sharedWith: partner })), ofContent],
  [declared("ContentSharingList", () => ({ content, sharedWith: [partner] })), ofContent],
] as const;

describe.each(ways.map((way) => [way[0].kind, ...way] as const))(
  "a partner whom the caller does not see: %s",
  (_kind, declaration, there) => {
    it("gets access and loses it again", async () => {
      await stack.preview([declaration]);
      await stack.up([declaration]);
      await stack.up([declaration], { refresh: true });
      expect(await there()).toMatchObject([{ organisation: partner }]);
      await stack.destroy();
      expect((await there()) ?? []).toEqual([]);
    });

    it("is an error that says what to do, if the server does not have it", async () => {
      await tenant.byHand.call(actions.deleteOrganisation, { path: { orgId: partner } });
      const error = await stack.up([declaration]).catch((it: unknown) => it as Error);
      expect(String(error)).toMatch(
        new RegExp(`There is no organisation ${partner} to share with[^]*take it out of \`sharedWith\``),
      );
      expect(String(error)).not.toContain("the next run finishes it");
    });
  },
);

describe("a change of a whole list of partners", () => {
  it("cannot name the organisation itself, and the preview says so", async () => {
    const list = (sharedWith: () => readonly string[]): Declaration =>
      declared("OrganisationSharingList", () => ({ organisation: own, sharedWith: sharedWith() }));
    await stack.up([list(() => [partner])]);
    await expect(stack.preview([list(() => [partner, own])])).rejects.toThrow(/HC3003[^]*cannot share its access with/);
  });
});

describe("a user who works on a share", () => {
  const list = (collaborators: readonly string[]): Declaration =>
    declared("ContentSharingList", () => ({ content, collaborators }));

  it("may be invisible to the caller", async () => {
    const max = await tenant.user(`max.${count}`, partner, "user");
    await tenant.byHand.call(store.data.addCollaborator, { path: { ...bucketPath(), userId: max } });
    await stack.up([list([max])]);
    await stack.up([list([max])], { refresh: true });
    expect([...stack.states.keys()]).toEqual(["ContentSharingList"]);
  });

  it("is an error in the preview of a change if there is no such user", async () => {
    await stack.up([list([])]);
    await expect(stack.preview([list(["4711"])])).rejects.toThrow(/HC3003 there is no user 4711/);
  });
});
