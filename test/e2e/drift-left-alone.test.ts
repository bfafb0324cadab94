import fs from "node:fs";
import path from "node:path";
import { reportModel, type DriftReport } from "../../provider/drift/model";
import { cleanEnvironment } from "../support/clean-environment";
import { haleconnect } from "../unit/cli/command";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

/** The options of `late` change after the deployment, so the state does not know of them. */
const declared = (late = "{}") =>
  program(
    'const pulumi = require("@pulumi/pulumi");',
    'new Organisation("state", { name: "Land", parent: "1", description: "ours" }, { ignoreChanges: ["description"] });',
    `new Organisation("late", { name: "Amt", parent: "1", description: "ours" }, ${late});`,
    'const description = pulumi.secret("Sunshine-declared-42");',
    'new Organisation("sealed", { name: "Kreis", parent: "1", description, legalName: "ours" });',
    'new Organisation("read", { name: "Operator", legalName: "not theirs" }, { id: "1" });',
  );

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), declared());
  expect(await pulumi("up", "--yes", "--skip-preview")).toMatchObject({ code: 0 });
  await edit("state", { description: "by hand" });
  await edit("late", { description: "by hand" });
  await edit("sealed", { legalName: "by hand" });
}, 300_000);
afterAll(() => tenant.stop());

const pulumi = (...args: readonly string[]) => tenant.pulumi([...args, "--non-interactive"]);

interface Resource {
  readonly urn: string;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

const inState = async (name: string): Promise<Resource | undefined> => {
  const { stdout } = await pulumi("stack", "export");
  const { deployment } = JSON.parse(stdout) as { deployment: { resources: Resource[] } };
  return deployment.resources.find(({ urn }) => urn.endsWith(`Organisation::${name}`));
};

const edit = async (name: string, values: Readonly<Record<string, string>>) => {
  const { id = "" } = (await inState(name)) ?? {};
  await tenant.outOfBand.send("PUT", `/accounts/v1/organisations/${id}`, values);
};

const drift = async (...args: readonly string[]): Promise<DriftReport> => {
  const words = ["drift", "--cwd", tenant.folder, "--stack", "dev", "--report", "json=drift.json", ...args];
  await haleconnect(words, { ...cleanEnvironment(), ...tenant.environment });
  return reportModel.parse(JSON.parse(fs.readFileSync(path.join(tenant.folder, "drift.json"), "utf8")));
};

const told = ({ findings }: DriftReport) =>
  findings
    .filter(({ urn }) => urn !== undefined)
    .map(({ name, path: field, up }) => `${name} ${field ?? ""}: ${up.refreshed}`)
    .sort();

it("says of a field of which Pulumi ignores changes, and of an object that it only reads, that `up` does nothing", async () => {
  expect(told(await drift())).toEqual([
    "late description: update",
    "read legalName: nothing",
    "sealed legalName: update",
    "state description: nothing",
  ]);
});

it("leaves them alone, and what the preview would not restore, so that the drift stays to be seen", async () => {
  tenant.edit(declared('{ ignoreChanges: ["description"] }'));
  const report = await drift("--restore", "--yes");
  expect(report.repair?.resources).toMatchObject([{ name: "sealed", inOrder: true }]);
  // Pulumi has the key of the stack here, so the secret is compared as well.
  expect(report.repair?.resources[0]?.sealed).toBeUndefined();
  expect(report.notLookedAt).toEqual([]);
  expect(report.repair?.leftAlone.map(({ why }) => why).sort()).toEqual([
    expect.stringMatching(/^By its preview, Pulumi would change nothing of it/),
    expect.stringMatching(/^Pulumi ignores changes of `description`/),
    expect.stringMatching(/^Pulumi only reads this object/),
  ]);
  expect(told(report)).toEqual(["late description: update", "read legalName: nothing", "state description: nothing"]);
  expect((await inState("state"))?.inputs).toMatchObject({ description: "ours" });
  expect((await inState("late"))?.inputs).toMatchObject({ description: "ours" });
  expect(await tenant.outOfBand.organisation("Kreis")).toMatchObject({ legalName: "ours" });
});

it("accepts a value of which Pulumi ignores changes, and asks for nothing in the program", async () => {
  const { repair } = await drift("--accept", "--yes", "--target", (await inState("state"))?.urn ?? "");
  expect(repair).toMatchObject({ resources: [{ name: "state", inOrder: true }], values: [] });
  expect((await inState("state"))?.inputs).toMatchObject({ description: "by hand" });
});
