import { KilledTenant } from "../reliability/killed-tenant";
import { killAndRecover, leavesSomebodyElsesAlone, noKills, ways } from "../reliability/kills";
import { installedFolder } from "./support/installed-folder";

let tenant: KilledTenant;
beforeAll(async () => {
  tenant = KilledTenant.create(installedFolder());
  await tenant.prepare();
});
afterAll(() => tenant.stop());

/** A sample of `npm run test:kill`, which kills after every single request. */
describe.each(ways)("$command, of which the $victim is killed", (way) => {
  it.each([3, 17])(
    "after request %d: the next up comes to what is declared, field by field and once",
    async (number) => {
      const toll = noKills();
      await killAndRecover(tenant, way, number, toll);
      expect(toll).toMatchObject({ kills: 1, lost: 0, doubled: 0, different: 0, failed: [] });
    },
  );
});

it("an object that somebody else makes between a kill and the next run stays theirs", async () => {
  expect(await leavesSomebodyElsesAlone(tenant, "engine")).toBe(true);
});
