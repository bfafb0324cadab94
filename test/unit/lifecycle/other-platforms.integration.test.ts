import path from "node:path";
import { createClient, readSettings } from "../../../provider/client";
import { accounts, store } from "../../../provider/contract";
import { lookUpPermissions } from "../../../provider/functions/permissions/look-up";
import { Stack, Tenant, type Declaration } from "./stack";

const strong = "Geheim-12345";
let tenant: Tenant;
beforeEach(() => {
  // An adoption is told; this is not about that.
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await tenant.stop();
});

const assignment = (name: string, user: string, organisation: string, role: string, more = {}): Declaration => ({
  kind: "RoleAssignment",
  name,
  values: () => ({ user, organisation, role, ...more }),
});
const stackOf = (username: string, password = strong): Stack => new Stack(() => tenant.clientOf(username, password));
const asOperator = () => stackOf(tenant.emulator.username, tenant.emulator.password);

describe("a platform with other roles", () => {
  beforeEach(async () => {
    const roles = path.resolve(__dirname, "..", "..", "samples", "roles.json");
    tenant = await Tenant.start({ roles });
  });

  it("has them given, and refuses in the preview those that it lacks", async () => {
    const organisation = await tenant.organisation("Kreis");
    const town = await tenant.organisation("Stadt");
    const erika = await tenant.user("erika", organisation, "basicUser");
    await asOperator().up([assignment("helps", erika, town, "publisher")]);
    expect(await tenant.rolesOf(erika)).toEqual({ [organisation]: "basicUser", [town]: "publisher" });
    await expect(asOperator().preview([assignment("other", erika, town, "user")])).rejects.toThrow(
      /there is no role "user"[^]*basicUser, dataManager, themeManager, publisher, regionAdmin/,
    );
  });

  it("lets nobody give up the last role that manages an organisation, whatever it is called", async () => {
    const organisation = await tenant.organisation("Kreis");
    const town = await tenant.organisation("Stadt");
    const boss = await tenant.user("boss", organisation, "regionAdmin");
    const own = (role: string) => assignment("own", boss, organisation, role, { adopt: "ifExists" });
    const stack = stackOf("boss");
    await stack.up([own("regionAdmin")]);
    await expect(stack.preview([own("publisher")])).rejects.toThrow(
      /regionAdmin in organisation \d+ stays[^]*the caller's own last one that manages/,
    );
    await asOperator().up([assignment("another", boss, town, "regionAdmin")]);
    await stack.preview([own("publisher")]);
  });

  it("makes its administrator a manager of all", async () => {
    expect(await tenant.rolesOf("1")).toEqual({ "1": "regionAdmin" });
    const { isAllowed } = lookUpPermissions(tenant.byHand);
    expect(await isAllowed({ resourceType: "Organisation", permission: "create", organisation: "1" })).toBe(true);
  });
});

describe("a platform on which a user can have several roles in one organisation", () => {
  it("shows them as a list, and neither a refresh nor a second up changes them", async () => {
    tenant = await Tenant.start({ severalRoles: true });
    const home = await tenant.organisation("Kreis");
    const town = await tenant.organisation("Stadt");
    const erika = await tenant.user("erika", home, "user");
    const program = [assignment("helps", erika, town, "dataManager")];
    const stack = asOperator();
    await stack.up(program);
    const body = { user: erika, role: "themeManager" };
    await tenant.byHand.call(accounts.addMember, { path: { orgId: town }, body });
    expect(await tenant.rolesOf(erika)).toEqual({ [home]: "user", [town]: ["dataManager", "themeManager"] });
    await stack.up(program, { refresh: true });
    expect(await tenant.rolesOf(erika)).toEqual({ [home]: "user", [town]: ["dataManager", "themeManager"] });
    const member = await tenant.byHand.call(accounts.getMember, { path: { orgId: town, userId: erika } });
    expect(member).toMatchObject({ role: "dataManager", roles: ["dataManager", "themeManager"] });
  });

  it("changes and takes away only the role of the resource", async () => {
    tenant = await Tenant.start({ severalRoles: true });
    const town = await tenant.organisation("Stadt");
    const home = await tenant.organisation("Kreis");
    const erika = await tenant.user("erika", home, "user");
    const inTown = async () => ((await tenant.rolesOf(erika)) as Record<string, unknown>)[town];
    const byHand = (role: string) =>
      tenant.byHand.call(accounts.addMember, { path: { orgId: town }, body: { user: erika, role } });
    const stack = asOperator();
    await stack.up([assignment("helps", erika, town, "dataManager")]);
    await byHand("themeManager");
    await stack.up([assignment("helps", erika, town, "user")]);
    expect(await inTown()).toEqual(["themeManager", "user"]);
    await byHand("dataManager");
    await stack.up([]);
    expect(await inTown()).toEqual(["themeManager", "dataManager"]);
  });

  it("takes nothing away if somebody else took away the role of the resource", async () => {
    tenant = await Tenant.start({ severalRoles: true });
    const town = await tenant.organisation("Stadt");
    const erika = await tenant.user("erika", await tenant.organisation("Kreis"), "user");
    const stack = asOperator();
    await stack.up([assignment("helps", erika, town, "dataManager")]);
    for (const role of ["themeManager", "user"]) {
      await tenant.byHand.call(accounts.addMember, { path: { orgId: town }, body: { user: erika, role } });
    }
    const path = { orgId: town, userId: erika, role: "dataManager" };
    await tenant.byHand.call(accounts.removeRole, { path });
    await stack.destroy();
    expect(await tenant.rolesOf(erika)).toMatchObject({ [town]: ["themeManager", "user"] });
    expect(jest.mocked(console.warn)).toHaveBeenCalledWith(expect.stringContaining("nothing is taken away"));
  });

  it("allows what any of the roles allows", async () => {
    tenant = await Tenant.start({ severalRoles: true });
    const town = await tenant.organisation("Stadt");
    const erika = await tenant.user("erika", town, "user");
    await tenant.byHand.call(accounts.addMember, { path: { orgId: town }, body: { user: erika, role: "dataManager" } });
    const path = { ownerType: "org", ownerId: town } as const;
    const asErika = tenant.clientOf("erika", strong);
    expect(await asErika.call(store.data.createBucketWithOwner, { path, body: { name: "roads" } })).toMatchObject({
      orgId: town,
    });
  });
});

describe("a platform with single sign-on", () => {
  beforeEach(async () => {
    tenant = await Tenant.start({ singleSignOn: true });
  });

  const signIn = async (username: string, roles?: Readonly<Record<string, string | readonly string[]>>) => {
    const response = await fetch(`${tenant.emulator.url}/_emulator/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, ...(roles === undefined ? {} : { roles }) }),
    });
    return (await response.json()) as { readonly token: string };
  };

  it("refuses a login with a password, and the error says to use a token", async () => {
    const client = tenant.clientOf(tenant.emulator.username, tenant.emulator.password);
    await expect(client.whoAmI()).rejects.toThrow(
      /^HC1008 The server does not allow this login[^]*status 403[^]*Single sign-on[^]*HALECONNECT_TOKEN/,
    );
  });

  it("takes tokens, and gives back at the next sign-in what the identity provider says", async () => {
    const admin = tenant.withToken;
    const body = { name: "Kreis" };
    const { id: orgId } = await admin.call(accounts.createSuborganisation, { path: { orgId: "1" }, body });
    const profile = { username: "erika", fullName: "Erika", email: "erika@users.example", password: strong };
    const { id: userId } = await admin.call(accounts.createUser, {
      body: { ...profile, organisation: orgId, role: "user" },
    });
    await signIn("erika", { [orgId]: ["dataManager", "themeManager"] });
    const roles = async () =>
      (await admin.call(accounts.getProfile, { path: { userIdOrScreenName: userId } })).orgRoles;
    expect(await roles()).toEqual({ [orgId]: ["dataManager", "themeManager"] });
    await admin.call(accounts.assignRole, { path: { orgId, userId }, body: { role: "orgAdmin" } });
    await admin.call(accounts.addMember, { path: { orgId: "1" }, body: { user: userId, role: "user" } });
    const { token } = await signIn("erika");
    expect(await roles()).toEqual({ [orgId]: ["dataManager", "themeManager"] });
    const client = createClient(readSettings({ HALECONNECT_URL: tenant.emulator.url, HALECONNECT_TOKEN: token }));
    expect((await client.whoAmI()).id).toBe(userId);
    client.close();
  });

  it("signs in nobody whom it does not know, and gives no role that there is not", async () => {
    expect(await signIn("nobody")).toMatchObject({ code: 404 });
    expect(await signIn("admin", { "1": "no such role" })).toMatchObject({ code: 422 });
    expect(await signIn("admin", { "4711": "user" })).toMatchObject({ code: 422 });
  });
});
