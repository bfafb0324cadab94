import { accounts, store } from "../../../provider/contract";
import { Tenant } from "./tenant";

let tenant: Tenant;
let warnings: string[];
let county: string;
let count = 0;
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  count += 1;
  county = await tenant.organisation(`County ${count}`);
  warnings = [];
  jest.spyOn(console, "warn").mockImplementation((text: string) => warnings.push(text));
});
afterEach(() => jest.restoreAllMocks());

const ifExists = { adopt: "ifExists" };
const roads = () => ({ organisation: county, name: "Roads", files: [{ name: "a.txt", content: "a" }] });
const bucketOf = (name: string) => tenant.resource(`${name} ${count}`, "Bucket");
const files = async (): Promise<string[]> => {
  const { items } = await tenant.outOfBand.list(store.data.listBuckets, {});
  return items.filter(({ owner }) => owner?.id === county).map(({ name }) => name ?? "");
};

describe("a forced replacement, which creates before it deletes", () => {
  it("keeps the object that it takes over, and says so", async () => {
    const bucket = bucketOf("adopting");
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.preview(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    expect(await files()).toEqual(["Roads"]);
    expect(warnings.join("\n")).toMatch(/is this resource's own[^]*stays as it is[^]*`deleteBeforeReplace: true`/);
    expect(await bucket.up(tenant.run(), { ...roads(), ...ifExists })).toBe("same");
  });

  it("does so directly after the creation, too, without `adopt`", async () => {
    const bucket = bucketOf("fresh");
    await bucket.up(tenant.run(), roads());
    await bucket.replaceByForce(tenant.run(), roads());
    expect(await files()).toEqual(["Roads"]);
  });

  it("lets `destroy` delete the stack's own object, though Pulumi's state has it as adopted", async () => {
    const bucket = bucketOf("made");
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.preview(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.destroy(tenant.run());
    expect(await files()).toEqual([]);
  });

  it("knows the stack's own object even after the second time", async () => {
    const bucket = bucketOf("twice");
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    await bucket.destroy(tenant.run());
    expect(await files()).toEqual([]);
  });

  it("does so each time it is forced, and lets the object be deleted first in the end", async () => {
    const bucket = bucketOf("again");
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    await bucket.up(tenant.run(), roads());
    await bucket.replaceByForce(tenant.run(), roads(), { deleteFirst: true });
    expect(await files()).toEqual(["Roads"]);
    await bucket.destroy(tenant.run());
    expect(await files()).toEqual([]);
  });

  it("does not count an object as the stack's own if it was adopted anew after the state had forgotten it", async () => {
    const bucket = bucketOf("forgotten");
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    bucket.state = undefined;
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    await bucket.destroy(tenant.run());
    expect(await files()).toEqual(["Roads"]);
  });

  it("lets an adopted object stay after `destroy`", async () => {
    await tenant.resource(`other ${count}`, "Bucket").up(tenant.run(), roads());
    const bucket = bucketOf("adopted");
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists });
    await bucket.destroy(tenant.run());
    expect(await files()).toEqual(["Roads"]);
  });

  it.each([
    ["before the new copy is looked at", false],
    ["after it", true],
  ])("leaves it even if the deletion comes in the next run, after a kill, %s", async (_when, isLookedAt) => {
    const bucket = bucketOf("killed");
    await bucket.up(tenant.run(), { ...roads(), ...ifExists });
    await bucket.preview(tenant.run(), { ...roads(), ...ifExists });
    const former = await bucket.replaceByForce(tenant.run(), { ...roads(), ...ifExists }, { isKilled: true });
    const next = tenant.run();
    if (isLookedAt) {
      await bucket.refresh(next);
      await bucket.up(next, { ...roads(), ...ifExists });
    }
    await next.delete(bucket.urn, former.id, former.outputs);
    expect(await files()).toEqual(["Roads"]);
    await bucket.destroy(tenant.run());
    expect(await files()).toEqual([]);
  });

  it("deletes the old object if the new one is another object", async () => {
    const bucket = bucketOf("renamed");
    await bucket.up(tenant.run(), roads());
    const { id } = await bucket.replaceByForce(tenant.run(), { ...roads(), name: "Ways" });
    expect(await files()).toEqual(["Ways"]);
    expect(bucket.state?.id).not.toBe(id);
  });

  it("is refused without `adopt` if the state is known to have the object, and no advice leads to a loss", async () => {
    const bucket = bucketOf("refused");
    await bucket.up(tenant.run(), roads());
    await bucket.up(tenant.run(), roads());
    const forced = bucket.replaceByForce(tenant.run(), roads());
    await expect(forced).rejects.toThrow(
      /HC4001 Bucket "Roads"[^]*is this resource's own[^]*without forcing a replacement[^]*`deleteBeforeReplace: true`[^]*nobody can bring them back/,
    );
    expect(await files()).toEqual(["Roads"]);
  });
});

describe("a forced replacement with `deleteBeforeReplace`", () => {
  const first = { deleteFirst: true };

  it("deletes the object and creates a new one, even after a look at the state", async () => {
    const bucket = bucketOf("first");
    await bucket.up(tenant.run(), roads());
    await bucket.up(tenant.run(), roads());
    const { id } = await bucket.replaceByForce(tenant.run(), roads(), first);
    expect(await files()).toEqual(["Roads"]);
    expect(bucket.state?.id).not.toBe(id);
  });

  it("is refused for a user, whose name would stay taken for ever", async () => {
    const kim = tenant.resource(`kim ${count}`, "User");
    const username = `kim${count}`;
    const person = {
      username,
      fullName: "Kim",
      email: `${username}@u.example`,
      organisation: county,
      role: "dataManager",
    };
    await kim.up(tenant.run(), person);
    await kim.up(tenant.run(), person);
    await expect(kim.replaceByForce(tenant.run(), person, first)).rejects.toThrow(
      /HC3003 user \d+ has the user name "kim\d+", and would be deleted first[^]*for ever/,
    );
    expect(await tenant.rolesOf(kim.state?.id ?? "")).toEqual({ [county]: "dataManager" });
  });
});

describe("a whole list whose replacement is forced", () => {
  const sharing = async (): Promise<unknown> => {
    const { sharedWith } = await tenant.outOfBand.call(accounts.getOrganisation, { path: { orgId: county } });
    return sharedWith?.map(({ organisation }) => organisation);
  };

  it.each([[{ deleteFirst: false }], [{ deleteFirst: true }]])("is given back as it was before: %j", async (way) => {
    const [before, given] = [await tenant.organisation(`Before ${count}`), await tenant.organisation(`Given ${count}`)];
    await tenant.outOfBand.call(accounts.shareOrganisation, { path: { orgId: county, otherOrgId: before } });
    const list = tenant.resource(`list ${count}`, "OrganisationSharingList");
    const declared = { organisation: county, sharedWith: [before, given] };
    await list.up(tenant.run(), declared);
    await list.up(tenant.run(), declared);
    await list.replaceByForce(tenant.run(), declared, way);
    expect(await sharing()).toEqual([before, given]);
    await list.destroy(tenant.run());
    expect(await sharing()).toEqual([before]);
  });
});
