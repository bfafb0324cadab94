import fs from "node:fs";
import { installPackage } from "./support/installed-package";
import { program, Tenant } from "./support/tenant";

/** The first SDK whose read() can return inputs, and the newest that was tried; the package allows all between. */
it.each(["3.216.0", "3.270.0"])("works with version %s of Pulumi's SDK", async (version) => {
  const { folder } = await installPackage(version);
  const tenant = await Tenant.start(
    folder,
    program('new Organisation("county", { name: "Kreis Muster", parent: "1", description: "before" });'),
  );
  try {
    await tenant.stack.up();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });

    const { id } = await tenant.outOfBand.organisation("Kreis Muster");
    await tenant.outOfBand.send("PUT", `/accounts/v1/organisations/${id}`, { description: "by hand" });
    expect((await tenant.stack.refresh()).summary.resourceChanges).toMatchObject({ update: 1 });
    await tenant.stack.up();
    expect(await tenant.outOfBand.organisation("Kreis Muster")).toMatchObject({ description: "before" });

    await tenant.stack.destroy();
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
  } finally {
    await tenant.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
