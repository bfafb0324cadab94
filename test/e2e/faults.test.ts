import { faultNames } from "../../emulator/server/fault-plan";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), program());
});
afterAll(() => tenant.stop());

/** Every fault of the emulator, on the request that creates. */
it.each(faultNames)("a creation that meets %s makes the organisation, once", async (fault) => {
  const name = `Kreis ${fault}`;
  tenant.edit(
    program(
      `new Organisation("county", { name: ${JSON.stringify(name)}, parent: "1", description: "d", onReplace: "replace" });`,
    ),
  );
  await tenant.fault({ operation: "createSuborganisation", fault, seconds: fault === "slow" ? 1 : 0, times: 1 });
  const up = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"], {
    HALECONNECT_TIMEOUT_SECONDS: "2",
  });
  expect(up.output).toMatch(/created|replaced/);
  expect(up.code).toBe(0);
  expect(await tenant.faultsLeft()).toEqual([]);
  expect((await tenant.outOfBand.organisations()).filter((organisation) => organisation.name === name)).toHaveLength(1);
});
