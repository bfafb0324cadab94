import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
let boss: string;
let organisations: readonly [string, string, string];
let count = 0;
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  count += 1;
  const [a, b, c] = await Promise.all(["A", "B", "C"].map((name) => tenant.organisation(`${name} ${count}`)));
  organisations = [a ?? "", b ?? "", c ?? ""];
  boss = await tenant.user(`boss.${count}`, organisations[0], "orgAdmin");
  stack = new Stack(() => tenant.clientOf(`boss.${count}`, "Geheim-12345"));
});

/** A role of the caller, taken over by the stack. */
const own = (name: string, index: 0 | 1 | 2, role = "orgAdmin"): Declaration => ({
  kind: "RoleAssignment",
  name,
  values: () => ({ user: boss, organisation: organisations[index], role, adopt: "ifExists", onDestroy: "delete" }),
});
const asOperator = () => new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
const last = /^HC(5002|3003) [^\n]*the caller's own last one/;

describe("the caller's own last Superuser role", () => {
  it("is not replaced by a role that is not Superuser, and the preview says so", async () => {
    await stack.up([own("role", 0)]);
    await expect(stack.preview([own("role", 1, "dataManager")])).rejects.toThrow(last);
    expect(await tenant.rolesOf(boss)).toEqual({ [organisations[0]]: "orgAdmin" });
  });

  it("is not removed together with the last but one", async () => {
    await asOperator().up([own("other", 1)]);
    await stack.up([own("role", 0), own("other", 1)]);
    await expect(stack.up([])).rejects.toThrow(last);
    expect(Object.values((await tenant.rolesOf(boss)) as object)).toEqual(["orgAdmin"]);
  });
});
