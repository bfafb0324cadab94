import fs from "node:fs";
import manifest from "../../package.json";
import newest from "../../tools/run/newest-sdk.json";
import { installedFolder } from "./support/installed-folder";
import { withAnotherSdk } from "./support/installed-package";
import { program, Tenant } from "./support/tenant";

/** The first SDK whose read() can return inputs: what the package allows begins there. */
const first = manifest.peerDependencies["@pulumi/pulumi"].replace("^", "");

/** Also on a Node that is older than the one the newest asks for: npm and pnpm install it there. */
it.each([first, newest.sdk])("works with version %s of Pulumi's SDK", async (version) => {
  const { folder } = await withAnotherSdk(installedFolder(), version);
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
