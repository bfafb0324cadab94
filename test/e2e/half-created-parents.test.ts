import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

const text = program(
  'const area = JSON.stringify({ type: "Polygon", coordinates: [[[8, 51], [9, 51], [9, 52], [8, 51]]] });',
  'const county = new Organisation("county", { name: "Kreis Muster", parent: "1", geometry: { content: area } });',
  'const town = new Organisation("town", { name: "Stadt Muster", parent: county });',
  'new User("erika", { username: "erika", fullName: "Erika", email: "e@users.example", organisation: town, role: "user" });',
);

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), text);
});
afterAll(() => tenant.stop());

/** Newer SDKs resolve the outputs of a registration that failed as unknown, instead of rejecting them. */
it("nothing is created below a half-made object, and the next up creates everything once", async () => {
  const { outOfBand } = tenant;
  await tenant.fault({ operation: "setGeometry", fault: "500", times: 100 });
  const failed = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"]);
  expect(failed.code).not.toBe(0);
  expect(failed.output).toMatch(/HC6001/);
  expect(failed.output).not.toMatch(/04da6b54|unhandled|TypeError/i);
  expect(await outOfBand.names()).toEqual(["Kreis Muster", "Operator"]);

  await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "DELETE" });
  const next = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"]);
  expect(`${next.code} ${next.output}`).toMatch(/^0 /);
  expect(await outOfBand.names()).toEqual(["Kreis Muster", "Operator", "Stadt Muster"]);
  expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 4 });
});
