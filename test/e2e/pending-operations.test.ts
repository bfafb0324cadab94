import fs from "node:fs";
import path from "node:path";
import { KilledTenant, up } from "../reliability/killed-tenant";
import { installedFolder } from "./support/installed-folder";

const program = `
const { Organisation } = require("pulumi-haleconnect");
new Organisation("county", { name: "Kreis Muster", parent: "1" });
`;
const warning = /pending operations from previous deployment/;
const page = fs.readFileSync(path.resolve(__dirname, "..", "..", "docs", "engine.md"), "utf8");

let tenant: KilledTenant;
beforeAll(async () => {
  tenant = KilledTenant.create(installedFolder(), program);
  await tenant.prepare();
});
afterAll(() => tenant.stop());

/** Pulumi's own state keeps what it had begun; the provider's journal has found the object long since. */
it("the warning about operations of a killed engine lasts until the command in docs/engine.md", async () => {
  await tenant.beginWith("empty");
  expect(await tenant.killOnce("createSuborganisation", "engine", up)).toBe("killed");
  expect((await tenant.recover("engine")).code).toBe(0);
  expect((await tenant.pulumi(up)).output).toMatch(warning);

  const [, command = ""] = /^(pulumi refresh .*pending.*)$/m.exec(page) ?? [];
  const ended = await tenant.pulumi(command.split(" ").slice(1));
  expect(`${ended.code ?? ""} ${ended.output}`).toMatch(/^0 /);
  const { code, output } = await tenant.pulumi(["preview", "--expect-no-changes"]);
  expect(output).not.toMatch(warning);
  expect(code).toBe(0);
  expect(await tenant.outOfBand.names()).toEqual(["Kreis Muster", "Operator"]);
});
