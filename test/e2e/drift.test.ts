import fs from "node:fs";
import path from "node:path";
import { haleconnect } from "../unit/cli/command";
import { cleanEnvironment } from "../support/clean-environment";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(
    installedFolder(),
    program(
      'const state = new Organisation("state", { name: "Land Beispiel", parent: "1", description: "Land" });',
      'new Organisation("county", { name: "Kreis Muster", parent: state, legalName: "Kreis Muster, Der Landrat" });',
      'new Bucket("roads", { organisation: state, name: "Roads", files: [{ name: "a.txt", content: "a" }] });',
    ),
  );
  expect(await pulumi("up", "--yes", "--skip-preview")).toMatchObject({ code: 0 });
}, 300_000);
afterAll(() => tenant.stop());

const pulumi = (...args: readonly string[]) => tenant.pulumi([...args, "--non-interactive"]);

const drift = (...args: readonly string[]) =>
  haleconnect(["drift", "--cwd", tenant.folder, "--stack", "dev", ...args], {
    ...cleanEnvironment(),
    ...tenant.environment,
  });

/** Every file of the state's folder with its bytes, but for the engine's own locks. */
function stateBytes(folder = path.join(tenant.home, "state")): Record<string, string> {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      path.join(parentPath, name),
      fs.readFileSync(path.join(parentPath, name), "base64"),
    ]),
  );
}

const idOf = async (name: string): Promise<string> => {
  const { output } = await pulumi("stack", "export");
  const { deployment } = JSON.parse(output) as { deployment: { resources: { urn: string; id: string }[] } };
  return deployment.resources.find(({ urn }) => urn.endsWith(`::${name}`))?.id ?? "";
};

it("is in sync after `up`, sees a change by hand, and is in sync again after the repair", async () => {
  const first = await drift();
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout).toContain("In sync: 3 resources of the state are as declared.");

  const county = await idOf("county");
  await tenant.outOfBand.send("PUT", `/accounts/v1/organisations/${county}`, { legalName: "by hand" });
  const before = stateBytes();
  await tenant.requests();
  const second = await drift("--format", "json");
  expect(second.code).toBe(7);
  expect(JSON.parse(second.stdout)).toMatchObject({
    project: "tenant",
    stack: "dev",
    verdict: "drift",
    findings: [
      {
        type: "changed",
        kind: "Organisation",
        name: "county",
        id: county,
        path: "legalName",
        declared: "Kreis Muster, Der Landrat",
        actual: "by hand",
        up: { plain: "nothing", refreshed: "update" },
      },
    ],
  });
  expect(stateBytes()).toEqual(before);
  expect((await tenant.requests()).filter((it) => /^(create|update|set|delete|add|remove)/.test(it))).toEqual([]);

  expect((await pulumi("up", "--yes", "--skip-preview")).output).toMatch(/3 unchanged|4 unchanged/);
  expect((await drift()).code).toBe(7);
  expect(await pulumi("up", "--yes", "--skip-preview", "--refresh", "--run-program")).toMatchObject({ code: 0 });
  expect((await drift()).code).toBe(0);
});

it("tells a stack that is not there, and one that never ran", async () => {
  const missing = await haleconnect(["drift", "--cwd", tenant.folder, "--stack", "nobody"], {
    ...cleanEnvironment(),
    ...tenant.environment,
  });
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain("HC8301 Pulumi does not give the state of the stack");
  expect(await pulumi("stack", "init", "new", "--no-select")).toMatchObject({ code: 0 });
  const empty = await haleconnect(["drift", "--cwd", tenant.folder, "--stack", "new"], {
    ...cleanEnvironment(),
    ...tenant.environment,
  });
  expect(empty.code).toBe(2);
  expect(empty.stderr).toContain("HC8303");
});
