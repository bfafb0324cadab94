import { accounts } from "../../../provider/contract";
import { Stack, Tenant, type Declaration } from "./stack";

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

const user = (name: string, organisation: () => string, role = "dataManager"): Declaration => ({
  kind: "User",
  name,
  values: () => ({
    username: `${name}.${count}`,
    fullName: name,
    email: `${name}.${count}@users.example`,
    organisation: organisation(),
    role,
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
describe("the whole list of members, which is changed", () => {
  it("takes a new user whose home organisation it is, in one run", async () => {
    await stack.up([user("kim", inA), members(inA, { kim: "dataManager" })]);
    await stack.up([user("kim", inA), user("lee", inA), members(inA, { kim: "dataManager", lee: "dataManager" })]);
    expect(await rolesOf("lee")).toEqual({ [a]: "dataManager" });
  });

  it("erases nobody whom neither it nor the state names, and says how to adopt", async () => {
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

  it("gives a role again that was taken away by hand since the state was written", async () => {
    const both = [user("kim", inB), user("lee", inB)];
    await stack.up([...both, members(inA, { kim: "dataManager" })]);
    await tenant.byHand.call(accounts.removeMember, { path: { orgId: a, userId: stack.idOf("kim") } });
    await stack.up([...both, members(inA, { kim: "dataManager", lee: "user" })]);
    expect(await rolesOf("kim")).toEqual({ [b]: "dataManager", [a]: "dataManager" });
  });
});

describe("what the state holds and the program no longer says", () => {
  it("decides nothing in the refresh of an `up`: a list of members follows an assignment", async () => {
    await stack.up([user("kim", inA), assignment("kim", inB)]);
    await stack.up([user("kim", inA), members(inB, { kim: "dataManager" })], { refresh: true });
    expect([...stack.states.keys()]).toEqual(["kim", "members"]);
  });
});
