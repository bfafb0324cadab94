import { Tenant } from "./tenant";

let tenant: Tenant;
let warnings: string[];
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
beforeEach(() => {
  warnings = [];
  jest.spyOn(console, "warn").mockImplementation((text: string) => warnings.push(text));
});
afterEach(() => jest.restoreAllMocks());

const said = /was created\. Its deletion cannot be undone[^]*`protect: true`/;
const told = () => warnings.filter((text) => said.test(text));
const below = (name: string, more = {}) => ({ name, parent: "1", ...more });

describe("a loss that cannot be undone", () => {
  it("causes a warning at the creation, once in a run for each kind", async () => {
    const run = tenant.run();
    const first = tenant.resource("first", "Organisation");
    await first.up(run, below("First"));
    const bucket = { organisation: first.state?.id, name: "B" };
    await tenant.resource("second", "Organisation").up(run, below("Second"));
    await tenant.resource("bucket", "Bucket").up(run, bucket);
    expect(told()).toHaveLength(2);
    expect(warnings.join("\n")).toMatch(
      /^Organisation \d+ was created[^]*Its users stay on the platform, without this organisation[^]*\nBucket [^]*nobody can bring them back/,
    );

    await first.up(tenant.run(), below("First", { description: "changed" }));
    expect(told()).toHaveLength(2);
  });

  it.each([
    ["Pulumi's `protect`", { __options: ["protect"] }],
    ["Pulumi's `retainOnDelete`", { __options: ["retainOnDelete"] }],
    ["`onDestroy`", { onDestroy: "retain" }],
  ])("causes no warning for an object that %s keeps", async (what, more) => {
    await tenant.resource(what, "Organisation").up(tenant.run(), below(`Kept by ${what}`, more));
    expect(told()).toEqual([]);
  });

  it("causes no warning for an adopted object, which stays", async () => {
    await tenant.organisation("There");
    await tenant.resource("there", "Organisation").up(tenant.run(), below("There", { adopt: "required" }));
    expect(told()).toEqual([]);
  });

  it("causes one warning for all deletions with the same loss, and one for each user, whose name is lost", async () => {
    const run = tenant.run();
    const [county, town] = [tenant.resource("county", "Organisation"), tenant.resource("town", "Organisation")];
    await county.up(run, below("County"));
    await town.up(run, below("Town"));
    const people = ["kim", "alex"].map((name) => tenant.resource(name, "User"));
    for (const person of people) {
      const { name: username } = person;
      const profile = { username, fullName: username, email: `${username}@u.example` };
      await person.up(run, { ...profile, organisation: county.state?.id, role: "user" });
    }
    const next = tenant.run();
    for (const resource of [...people, town, county]) {
      await resource.destroy(next);
    }
    expect(warnings.filter((text) => /^The provider deletes Organisation \d+\. /.test(text))).toHaveLength(1);
    expect(
      warnings.filter((text) => /^The provider deletes User \d+\. The user name "(kim|alex)"/.test(text)),
    ).toHaveLength(2);
  });
});
