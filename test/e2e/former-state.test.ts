import { noDrift } from "./support/samples";
import { FormerTenant, formerReleases } from "./support/former-state";
import type { Tenant } from "./support/tenant";
import { writesAmong } from "./support/writes";

const noChanges = ["preview", "--expect-no-changes", "--non-interactive"];

async function succeeds(tenant: Tenant, args: readonly string[]): Promise<void> {
  const { code, output } = await tenant.pulumi(args);
  expect(`${code} ${output}`).toMatch(/^0 /);
}

async function usersOf(tenant: Tenant): Promise<string[]> {
  const users = await tenant.outOfBand.send("GET", "/accounts/v1/users?deleted=true&limit=500");
  return (users as { username: string; status: string }[])
    .map(({ username, status }) => `${username}${status === "deleted" ? " (deleted)" : ""}`)
    .sort();
}

describe.each(formerReleases)("what release %s left", (release) => {
  describe("a stack with objects of all kinds", () => {
    let former: FormerTenant;
    let tenant: Tenant;
    beforeAll(async () => {
      former = await FormerTenant.start(release, "whole");
      ({ tenant } = former);
      await tenant.requests();
    });
    afterAll(() => former.stop());

    it("shows no change in a preview", () => succeeds(tenant, noChanges));

    it("shows no drift in a refresh", () => succeeds(tenant, noDrift));

    it("keeps the refresh, and shows no change afterwards", async () => {
      await succeeds(tenant, ["refresh", "--yes", "--skip-preview", "--non-interactive"]);
      await succeeds(tenant, noChanges);
    });

    it("goes up without a write", async () => {
      await succeeds(tenant, ["up", "--yes", "--skip-preview", "--expect-no-changes", "--non-interactive"]);
      expect(writesAmong(await tenant.requests())).toEqual([]);
    });

    it("comes down, and objects of others stay as they were", async () => {
      await succeeds(tenant, ["destroy", "--yes", "--skip-preview", "--non-interactive"]);
      const { outOfBand } = tenant;
      expect((await outOfBand.names()).filter((name) => !interrupted.includes(name))).toEqual([
        "By hand below Land",
        "Land Muster",
        "Operator",
        "Somebody else",
      ]);
      const { id: land } = await outOfBand.organisation("Land Muster");
      const { id: below } = await outOfBand.organisation("By hand below Land");
      const { id: stranger } = await outOfBand.organisation("Somebody else");
      expect(await usersOf(tenant)).toEqual([
        "admin",
        "erika.ost (deleted)",
        "max.west (deleted)",
        "otto.fremd",
        "petra.land",
      ]);
      expect(await outOfBand.organisation("Land Muster")).toMatchObject({
        sharedWith: [{ organisation: below }],
      });
      const members = await outOfBand.send("GET", `/accounts/v1/organisations/${land}/members`);
      expect(members).toMatchObject([{ username: "petra.land", role: "user" }]);
      expect(await outOfBand.send("GET", `/resources/organisations/${land}`)).toMatchObject({
        csw: { gemetKeywords: ["by hand"], supportedLanguages: ["ger"] },
      });
      const buckets = (await outOfBand.buckets("data")).filter(({ name = "" }) => !name.startsWith("Half-filled"));
      expect(buckets).toMatchObject([{ name: "Luftbilder", sharedWith: [{ organisation: stranger }] }]);
      expect(buckets[0]?.files.map(({ name }) => name)).toEqual(["strange.txt", "there.txt"]);
      expect(await outOfBand.contents("schemas")).toEqual(["By hand"]);
      expect(await outOfBand.contents("projects")).toEqual([]);
    });
  });

  describe("a stack that was interrupted", () => {
    let former: FormerTenant;
    let tenant: Tenant;
    let before: readonly string[];
    beforeAll(async () => {
      former = await FormerTenant.start(release, "interrupted");
      ({ tenant } = former);
      before = await tenant.outOfBand.names();
      await tenant.requests();
    });
    afterAll(() => former.stop());

    it("shows in a preview that it finishes half-made objects, continues what was begun, and does nothing else", async () => {
      expect(await tenant.stack.preview()).toEqual({ create: 1, delete: 1, same: 2, update: 2 });
    });

    it("goes up and creates nothing twice", async () => {
      await succeeds(tenant, ["up", "--yes", "--skip-preview", "--non-interactive"]);
      const writes = writesAmong(await tenant.requests());
      expect(writes.filter((operation) => /create|delete/.test(operation))).toEqual([]);
      expect(writes).toEqual(expect.arrayContaining(["setGeometry", "store/data.replaceFile"]));
      expect(await tenant.outOfBand.names()).toEqual(before);
      await succeeds(tenant, noChanges);
      await succeeds(tenant, noDrift);
    });

    it("comes down", async () => {
      await succeeds(tenant, ["destroy", "--yes", "--skip-preview", "--non-interactive"]);
      expect(await tenant.outOfBand.names()).toEqual(before.filter((name) => !interrupted.includes(name)));
      expect(await tenant.outOfBand.contents("data")).not.toContain("Half-filled");
    });
  });
});

/** What the interrupted stack has on the server, which the two stacks share. */
const interrupted = ["Kept", "Half-made", "Begun"];
