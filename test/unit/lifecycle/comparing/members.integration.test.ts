import { accounts } from "../../../../provider/contract";
import { Stack, Tenant, type Declaration } from "../stack";

let tenant: Tenant;
let stack: Stack;
/** Organisations of each test's own. */
let a: string;
let b: string;
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
let count = 0;
beforeEach(async () => {
  count += 1;
  a = await tenant.organisation(`A ${count}`);
  b = await tenant.organisation(`B ${count}`);
  const { username, password } = tenant.emulator;
  stack = new Stack(() => tenant.clientOf(username, password));
});

const user = (name: string, organisation: () => string, role = "dataManager", more = {}): Declaration => ({
  kind: "User",
  name,
  values: () => ({
    username: `${name}.${count}`,
    fullName: name,
    email: `${name}.${count}@users.example`,
    organisation: organisation(),
    role,
    ...more,
  }),
});
const members = (organisation: () => string, listed: Readonly<Record<string, string>>, more = {}): Declaration => ({
  kind: "OrganisationMembers",
  name: "members",
  values: (idOf) => ({
    organisation: organisation(),
    members: Object.entries(listed).map(([name, role]) => ({ user: idOf(name), role })),
    ...more,
  }),
});
const assignment = (name: string, organisation: () => string, role = "dataManager"): Declaration => ({
  kind: "RoleAssignment",
  name: `${name}'s role`,
  values: (idOf) => ({ user: idOf(name), organisation: organisation(), role }),
});
const inA = () => a;
const inB = () => b;
const rolesOf = (name: string) => tenant.rolesOf(stack.idOf(name));
describe("a change of the whole list of members", () => {
  it("names a new user of this home organisation in the same run", async () => {
    await stack.up([user("kim", inA), members(inA, { kim: "dataManager" })]);
    await stack.up([user("kim", inA), user("lee", inA), members(inA, { kim: "dataManager", lee: "dataManager" })]);
    expect(await rolesOf("lee")).toEqual({ [a]: "dataManager" });
  });

  it("refuses to remove members that neither it nor the state names, and says how to adopt them", async () => {
    await stack.up([user("kim", inB), user("lee", inB), members(inA, { kim: "dataManager" })]);
    const stranger = await tenant.user(`stranger.${count}`, a, "themeManager");
    const changed = [user("kim", inB), user("lee", inB), members(inA, { kim: "dataManager", lee: "user" })];
    await expect(stack.up(changed)).rejects.toThrow(
      new RegExp(`^HC5005 [^\\n]*user ${stranger} \\(themeManager\\)[^]*next: Add {"user":"${stranger}"`),
    );
    expect(await tenant.rolesOf(stranger)).toEqual({ [a]: "themeManager" });
    // A refresh shows it, as drift; from then on it is known.
    await stack.up(changed, { refresh: true });
    expect(await tenant.rolesOf(stranger)).toEqual({});
    expect(await rolesOf("lee")).toEqual({ [b]: "dataManager", [a]: "user" });
  });

  it("gives a role again that somebody has removed by hand since the state was written", async () => {
    const both = [user("kim", inB), user("lee", inB)];
    await stack.up([...both, members(inA, { kim: "dataManager" })]);
    await tenant.byHand.call(accounts.removeMember, { path: { orgId: a, userId: stack.idOf("kim") } });
    await stack.up([...both, members(inA, { kim: "dataManager", lee: "user" })]);
    expect(await rolesOf("kim")).toEqual({ [b]: "dataManager", [a]: "dataManager" });
  });
});

describe("a resource that the state has and the program no longer declares", () => {
  it("decides nothing in the refresh of an `up`: a list of members follows an assignment", async () => {
    await stack.up([user("kim", inA), assignment("kim", inB)]);
    await stack.up([user("kim", inA), members(inB, { kim: "dataManager" })], { refresh: true });
    expect([...stack.states.keys()]).toEqual(["kim", "members"]);
  });
});

describe("a user's home organisation, whose members are a whole list", () => {
  it("may name the user with the role that the user declares", async () => {
    const program = [user("kim", inA), members(inA, { kim: "dataManager" })];
    await stack.up(program);
    await stack.up(program, { refresh: true });
    expect(await rolesOf("kim")).toEqual({ [a]: "dataManager" });
  });

  it("refuses another role before the list is attached, and names what both declare", async () => {
    await expect(stack.up([user("kim", inA), members(inA, { kim: "themeManager" })])).rejects.toThrow(
      /^HC4007 [^\n]*the members of organisation \d+: "kim" and "members"[^]*"kim" has user \d+ as dataManager, but "members" has it as themeManager[^]*next: Declare the same/,
    );
    expect(await rolesOf("kim")).toEqual({ [a]: "dataManager" });
  });

  it("refuses a change of the role in only one of the two", async () => {
    await stack.up([user("kim", inA), members(inA, { kim: "dataManager" })]);
    await expect(stack.up([user("kim", inA, "user"), members(inA, { kim: "dataManager" })])).rejects.toThrow(/^HC4007/);
    await stack.up([user("kim", inA, "user"), members(inA, { kim: "user" })]);
    expect(await rolesOf("kim")).toEqual({ [a]: "user" });
  });

  it("refuses a new user whom the list does not name, before the user is created", async () => {
    await stack.up([user("kim", inA), members(inA, { kim: "dataManager" })]);
    const program = [user("kim", inA), members(inA, { kim: "dataManager" }), user("lee", inA)];
    await expect(stack.up(program)).rejects.toThrow(/^HC4007 [^]*has user "lee" as dataManager[^]*does not name it/);
    expect(stack.states.has("lee")).toBe(false);
  });

  it("refuses a user who moves there, if the list does not name the user", async () => {
    await stack.up([user("kim", inA), members(inA, { kim: "dataManager" }), user("lee", inB)]);
    const program = [user("lee", inA), user("kim", inA), members(inA, { kim: "dataManager" })];
    await expect(stack.up(program)).rejects.toThrow(/^HC4007 [^]*has user \d+ as dataManager[^]*does not name it/);
  });
});

describe("a role that is handed over in one run", () => {
  it("stays when the whole list of members follows an assignment", async () => {
    await stack.up([user("kim", inA), assignment("kim", inB)]);
    await stack.up([user("kim", inA), members(inB, { kim: "dataManager" })]);
    expect(await rolesOf("kim")).toEqual({ [a]: "dataManager", [b]: "dataManager" });
  });

  it("goes when nothing follows the assignment", async () => {
    await stack.up([user("kim", inA), assignment("kim", inB)]);
    await stack.up([user("kim", inA), members(inA, { kim: "dataManager" })]);
    expect(await rolesOf("kim")).toEqual({ [a]: "dataManager" });
  });

  it("goes with the assignment in a destroy, but the user stays", async () => {
    await stack.up([user("kim", inA, "dataManager", { onDestroy: "retain" }), assignment("kim", inB)]);
    const kim = stack.idOf("kim");
    await stack.destroy();
    expect(await tenant.rolesOf(kim)).toEqual({ [a]: "dataManager" });
  });
});

describe("what an organisation shares, handed over in one run", () => {
  it("stays when the whole list follows one sharing", async () => {
    const sharing = { kind: "OrganisationSharing", name: "one", values: () => ({ organisation: a, sharedWith: b }) };
    const list = { kind: "OrganisationSharingList", name: "all", values: () => ({ organisation: a, sharedWith: [b] }) };
    await stack.up([sharing]);
    await stack.up([list]);
    const { sharedWith } = await tenant.byHand.call(accounts.getOrganisation, { path: { orgId: a } });
    expect(sharedWith).toMatchObject([{ organisation: b }]);
  });
});

describe("the end of a whole list of members", () => {
  const keep = { onDestroy: "retain" };
  const both = () => [user("kim", inA), user("lee", inA)];

  it("asks nothing of a user who is gone", async () => {
    await stack.up([...both(), members(inA, { kim: "dataManager", lee: "dataManager" })]);
    await stack.up([user("lee", inA), members(inA, { lee: "dataManager" })]);
    await expect(stack.destroy()).resolves.toBeUndefined();
  });

  it("gives no role back that a declaration has removed", async () => {
    await stack.up([...both(), members(inA, { kim: "dataManager", lee: "dataManager" })]);
    const moved = [user("kim", inB), user("lee", inA)];
    await stack.up([...moved, members(inA, { lee: "dataManager" })]);
    await stack.up(moved);
    expect(await rolesOf("kim")).toEqual({ [b]: "dataManager" });
    expect(await rolesOf("lee")).toEqual({ [a]: "dataManager" });
  });

  it("gives no role back to a user who moves away in the same run", async () => {
    await stack.up([...both(), members(inA, { kim: "dataManager", lee: "dataManager" })]);
    await stack.up([user("kim", inB), user("lee", inA)]);
    expect(await rolesOf("kim")).toEqual({ [b]: "dataManager" });
  });

  it("leaves the roles that users still declare, even if the list named them later or with another role", async () => {
    await stack.up([user("kim", inA), members(inA, { kim: "dataManager" })]);
    const changed = [user("kim", inA, "user"), user("lee", inA)];
    await stack.up([...changed, members(inA, { kim: "user", lee: "dataManager" })]);
    await stack.up(changed);
    expect([await rolesOf("kim"), await rolesOf("lee")]).toEqual([{ [a]: "user" }, { [a]: "dataManager" }]);
  });

  it("leaves a home role from before the list, even when nothing is declared any more", async () => {
    const kim = user("kim", inA, "dataManager", keep);
    const lee = user("lee", inA, "dataManager", keep);
    await stack.up([kim, members(inA, { kim: "dataManager" })]);
    await stack.up([kim, lee, members(inA, { kim: "dataManager", lee: "dataManager" })]);
    const id = stack.idOf("lee");
    await stack.destroy();
    expect(await tenant.rolesOf(id)).toEqual({ [a]: "dataManager" });
  });

  it("removes the roles that the list gave, and restores the former role", async () => {
    const kim = await tenant.user(`kim.${count}`, a, "user");
    const lee = await tenant.user(`lee.${count}`, b, "user");
    const list = members(inA, {});
    const named = [
      { user: kim, role: "themeManager" },
      { user: lee, role: "dataManager" },
    ];
    await stack.up([{ ...list, values: () => ({ organisation: a, members: named }) }]);
    expect([await tenant.rolesOf(kim), await tenant.rolesOf(lee)]).toEqual([
      { [a]: "themeManager" },
      { [a]: "dataManager", [b]: "user" },
    ]);
    await stack.destroy();
    expect([await tenant.rolesOf(kim), await tenant.rolesOf(lee)]).toEqual([{ [a]: "user" }, { [b]: "user" }]);
  });
});

describe("a whole list of members that several accounts manage", () => {
  let alice: string;
  let bob: string;
  let isBob: boolean;
  beforeEach(async () => {
    alice = await tenant.user(`alice.${count}`, a, "orgAdmin");
    bob = await tenant.user(`bob.${count}`, a, "orgAdmin");
    isBob = false;
    stack = new Stack(() => tenant.clientOf(`${isBob ? "bob" : "alice"}.${count}`, "Geheim-12345"));
  });
  const list = (named: readonly string[]): Declaration => ({
    ...members(inA, {}),
    values: () => ({ organisation: a, members: named.map((it) => ({ user: it, role: "orgAdmin" })) }),
  });

  it("keeps the account that attached it, when another account repairs a change by hand, and when the list is destroyed", async () => {
    await stack.up([list([bob])]);
    const stranger = await tenant.user(`stranger.${count}`, b, "user");
    await tenant.byHand.call(accounts.addMember, {
      path: { orgId: a },
      body: { user: stranger, role: "user" },
    });
    isBob = true;
    await stack.up([list([bob])], { refresh: true });
    expect(await tenant.rolesOf(stranger)).toEqual({ [b]: "user" });
    await stack.up([list([])], { refresh: true });
    await stack.destroy();
    expect([await tenant.rolesOf(alice), await tenant.rolesOf(bob)]).toEqual([
      { [a]: "orgAdmin" },
      { [a]: "orgAdmin" },
    ]);
  });

  it("says who loses which role, and how to adopt them, before it does so", async () => {
    await stack.up([list([bob])]);
    const said = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    try {
      await tenant.byHand.call(accounts.addMember, { path: { orgId: a }, body: { user: "1", role: "dataManager" } });
      await stack.refresh();
      expect(said.mock.calls.flat().join("\n")).toMatch(
        /removes whatever the list does not name\. [^\n]*user 1 \(dataManager\)\. Add {"user":"1","role":"dataManager"} to `members` to adopt them/,
      );
    } finally {
      said.mockRestore();
    }
  });
});
