import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

const packages = path.join(installedFolder(), "node_modules");

let root: string;
let tenant: Tenant;

/** As `"file:../haleconnect"`, a workspace or pnpm link it: the package lies elsewhere, with what it needs beside it. */
beforeAll(async () => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-link-")));
  const [checkout, user] = [path.join(root, "haleconnect"), path.join(root, "user")];
  fs.cpSync(path.join(packages, "pulumi-haleconnect"), checkout, { recursive: true });
  fs.symlinkSync(packages, path.join(checkout, "node_modules"));
  fs.mkdirSync(path.join(user, "node_modules"), { recursive: true });
  for (const name of fs.readdirSync(packages).filter((it) => it !== "pulumi-haleconnect")) {
    fs.symlinkSync(path.join(packages, name), path.join(user, "node_modules", name));
  }
  fs.symlinkSync(checkout, path.join(user, "node_modules", "pulumi-haleconnect"));
  tenant = await Tenant.start(user, program('new Organisation("county", { name: "Kreis Muster", parent: "1" });'));
});
afterAll(async () => {
  await tenant.stop();
  fs.rmSync(root, { recursive: true, force: true });
});

describe("a package that is linked into a program", () => {
  it("goes up, and the state finds it by the same text as an installed copy", async () => {
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ create: 2 });
    const state = JSON.stringify(await tenant.stack.exportStack());
    expect(state).toContain('require(\\"pulumi-haleconnect/dynamic/organisation\\")');
    expect(state).not.toContain("lazyProvider");
  });

  it("does not change in the next run, refreshes and comes down", async () => {
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
    expect((await tenant.stack.refresh()).summary.resourceChanges).toEqual({ same: 2 });
    expect((await tenant.stack.destroy()).summary.resourceChanges).toEqual({ delete: 2 });
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
  });

  it("says in one error what to do if nothing was installed beside it", async () => {
    fs.rmSync(path.join(root, "haleconnect", "node_modules"));
    const { code, output } = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(code).not.toBe(0);
    expect(output).toMatch(/HC8003 [^]*does not find @pulumi\/pulumi, [^]*--install-links/);
    expect(output).not.toMatch(/Cannot find module/);
  });
});
