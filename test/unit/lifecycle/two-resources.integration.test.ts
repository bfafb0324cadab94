import { accounts, store } from "../../../provider/contract";
import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
/** An organisation of each test's own. */
let above: string;
let count = 0;
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  count += 1;
  above = await tenant.organisation(`Above ${count}`);
  const { username, password } = tenant.emulator;
  stack = new Stack(() => tenant.clientOf(username, password));
});

const organisation = (name: string, called: string, more = {}): Declaration => ({
  kind: "Organisation",
  name,
  values: () => ({ name: called, parent: above, ...more }),
});
const bucket = (name: string, called: string, more = {}): Declaration => ({
  kind: "Bucket",
  name,
  values: () => ({ name: called, organisation: above, ...more }),
});
const adopted = { adopt: "ifExists" };

async function organisations(): Promise<string[]> {
  const { items } = await tenant.byHand.list(accounts.getOrganisations, {});
  return items
    .filter(({ parent }) => parent === above)
    .map(({ name }) => name)
    .sort();
}

describe("a resource of another name in the program", () => {
  it("takes its object over with `adopt`, and the former resource leaves it alone", async () => {
    await stack.up([organisation("former", "County")]);
    await stack.up([organisation("renamed", "County", adopted)]);
    expect(await organisations()).toEqual(["County"]);
  });

  it("keeps it if the former resource goes only in the next run, as after a kill", async () => {
    await stack.up([organisation("former", "County")]);
    const before = stack.states.get("former");
    await stack.up([organisation("renamed", "County", adopted)]);
    stack.states.set("former", before as NonNullable<typeof before>);
    await stack.up([organisation("renamed", "County", adopted)]);
    expect(await organisations()).toEqual(["County"]);
  });

  it("gets the advice to use `aliases` without it", async () => {
    await stack.up([organisation("former", "County")]);
    await expect(stack.up([organisation("renamed", "County")])).rejects.toThrow(/HC4001[^]*aliases/);
    expect(await organisations()).toEqual(["County"]);
  });

  it("takes over a share, too", async () => {
    const other = await tenant.organisation(`Other ${count}`);
    const share = (name: string, more = {}): Declaration => ({
      kind: "OrganisationSharing",
      name,
      values: () => ({ organisation: above, sharedWith: other, ...more }),
    });
    await stack.up([share("former")]);
    await stack.up([share("renamed", adopted)]);
    const { sharedWith } = await tenant.byHand.call(accounts.getOrganisation, { path: { orgId: above } });
    expect(sharedWith?.map((it) => it.organisation)).toEqual([other]);
  });

  it("gives an object that exists with its owner the form that it declares", async () => {
    const sharing = (name: string, sharedWith: string[]): Declaration => ({
      kind: "OrganisationSharingList",
      name,
      values: () => ({ organisation: above, sharedWith }),
    });
    const other = await tenant.organisation(`Other ${count}`);
    await stack.up([sharing("former", [other])]);
    await stack.up([sharing("renamed", [other])]);
    const { sharedWith } = await tenant.byHand.call(accounts.getOrganisation, { path: { orgId: above } });
    expect(sharedWith?.map((it) => it.organisation)).toEqual([other]);
  });
});

describe("two resources and one object", () => {
  it("are refused if one has it and the other would adopt it, in either order", async () => {
    await stack.up([organisation("first", "Twin")]);
    const [first, second] = [organisation("first", "Twin"), organisation("second", "Twin", adopted)];
    await expect(stack.preview([first, second])).rejects.toThrow(/HC4006[^]*"first"[^]*"second"/);
    await expect(stack.preview([second, first])).rejects.toThrow(/HC4006[^]*"second"[^]*"first"/);
  });

  it("are refused if both have it from former runs", async () => {
    await stack.up([bucket("first", "Roads")]);
    stack.states.set("second", stack.states.get("first") as NonNullable<ReturnType<typeof stack.states.get>>);
    await expect(stack.preview([bucket("first", "Roads"), bucket("second", "Ways")])).rejects.toThrow(/HC4009/);
  });

  it("cannot exchange names of organisations", async () => {
    const replacing = { ...adopted, onReplace: "replace" };
    await stack.up([organisation("first", "Alpha"), organisation("second", "Beta")]);
    const swapped = [organisation("first", "Beta", replacing), organisation("second", "Alpha", replacing)];
    await expect(stack.preview(swapped)).rejects.toThrow(/HC4009[^]*use two runs: in the first run/);
    await expect(stack.preview(swapped.reverse())).rejects.toThrow(/HC4009/);
  });

  it.each([
    ["first", (a: Declaration, b: Declaration) => [a, b]],
    ["last", (a: Declaration, b: Declaration) => [b, a]],
  ])("cannot hand on an object that is replaced, when the engine looks at it %s", async (_when, inOrder) => {
    await stack.up([organisation("old", "Old")]);
    const renamed = organisation("old", "New", { onReplace: "replace" });
    const taking = organisation("new", "Old", adopted);
    await expect(stack.preview(inOrder(renamed, taking))).rejects.toThrow(/HC4009/);
  });

  it("can exchange the names of their buckets", async () => {
    await stack.up([bucket("first", "A"), bucket("second", "B")]);
    await stack.up([bucket("first", "B"), bucket("second", "A")]);
    const { items } = await tenant.byHand.list(store.data.listBuckets, {});
    const named = items.filter(({ owner }) => owner?.id === above).map(({ name }) => name);
    expect(named.sort()).toEqual(["A", "B"]);
    await stack.preview([bucket("first", "B"), bucket("second", "A")]);
  });

  it("get a warning about a name that another bucket has", async () => {
    const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    await stack.up([bucket("first", "A"), bucket("second", "B")]);
    await stack.up([bucket("first", "A")].concat(bucket("second", "C")));
    expect(warn).not.toHaveBeenCalledWith(expect.stringMatching(/exists already/));
    await stack.preview([bucket("second", "A")]);
    expect(warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^Bucket "A" of organisation \d+ exists already, with id \S+\. This change gives another one/,
      ),
    );
    warn.mockRestore();
    await expect(stack.preview([bucket("first", "A"), bucket("second", "A")])).rejects.toThrow(/HC4006/);
  });
});

describe("an object that is adopted", () => {
  it("may appear after the provider read the list", async () => {
    const late: Declaration = {
      ...organisation("late", "Late", adopted),
      values: () => ({ name: "Late", parent: above, ...adopted }),
    };
    const client = tenant.clientOf(tenant.emulator.username, tenant.emulator.password);
    const call = client.call.bind(client);
    jest.spyOn(client, "call").mockImplementation(async (operation, request) => {
      if (operation === accounts.createSuborganisation) {
        await tenant.byHand.call(accounts.createSuborganisation, { path: { orgId: above }, body: { name: "Late" } });
      }
      return call(operation as never, request as never);
    });
    await new Stack(() => client).up([late]);
    expect(await organisations()).toEqual(["Late"]);
  });

  it("is refused before anything is sent, if no update can give it its declared form", async () => {
    await stack.up([bucket("first", "Roads", { driver: "s3" })]);
    const other = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
    await expect(other.preview([bucket("second", "Roads", { driver: "git", ...adopted })])).rejects.toThrow(
      /HC4010[^]*`driver` is declared as "git" but is "s3"/,
    );
    await other.up([bucket("second", "Roads", { driver: "s3", ...adopted })]);
  });
});
