import fs from "node:fs";
import path from "node:path";
import { installedFolder } from "./support/installed-folder";
import { noDrift } from "./support/samples";
import { Tenant } from "./support/tenant";
import { writesAmong } from "./support/writes";

const example = path.resolve(__dirname, "..", "..", "examples", "on-premise");
const people = ["dora.stadt", "lea.aue", "tim.aue", "ulf.werke"];
const root = "Geodateninfrastruktur Aue";

/** One life of the example's stack, told in order. */
let tenant: Tenant;
beforeAll(async () => {
  const entries = fs.readdirSync(example, { withFileTypes: true }).filter(({ name }) => name !== "node_modules");
  const sources = entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, fs.readFileSync(path.join(example, name), "utf8")]);
  tenant = await Tenant.start(installedFolder(), Object.fromEntries(sources) as Record<string, string>);
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    fs.cpSync(path.join(example, name), path.join(tenant.folder, name), { recursive: true });
  }
});
afterAll(() => tenant.stop());

describe("the example of an environment from nothing under the real engine", () => {
  it("has correct types against the packed package", async () => {
    const compiler = path.join(installedFolder(), "node_modules", "typescript", "bin", "tsc");
    expect(await tenant.script([compiler, "-p", "."])).toMatchObject({ code: 0, output: "" });
  });

  it("goes up, with everything in its place", async () => {
    const { summary } = await tenant.stack.up();
    const outputs = await tenant.stack.outputs();
    expect(summary.resourceChanges).toEqual({ create: 25 });
    expect(outputs["featureTypes"]?.value).toEqual(["{https://aue.example/playgrounds/1.0}Playground"]);
    expect(await tenant.outOfBand.names()).toEqual([root, "Operator", "Stadt Aue", "Stadtwerke Aue"]);
    expect(await tenant.outOfBand.filesOf("schemas", "Playgrounds")).toEqual(["Playgrounds.xsd", "base/BaseTypes.xsd"]);
    expect(await tenant.outOfBand.filesOf("data", "Playgrounds of Aue")).toEqual([
      "about/readme.txt",
      "inspections.csv",
      "playgrounds.geojson",
    ]);
    expect(await tenant.outOfBand.filesOf("attachments", "Plans of the playgrounds")).toEqual(["plan.txt"]);
    expect(await tenant.outOfBand.filesOf("metadata", "Metadata of the playgrounds")).toEqual(["playgrounds.xml"]);
    expect(await tenant.outOfBand.send("GET", "/interactions/tasks")).toMatchObject([{ status: "open" }]);
    const [project] = (await tenant.outOfBand.send("GET", "/projects/projects")) as object[];
    expect(project).toMatchObject({
      cells: 3,
      driver: "git",
      sourceSchemas: [{ link: "manual" }],
      targetSchemas: [{ link: "manual" }],
    });
  });

  it("tests the data, and publishes them", async () => {
    const jobs = (await tenant.outOfBand.send("GET", "/workflows/jobs")) as { type: string; state: string }[];
    expect(jobs.map(({ type, state }) => `${type} ${state}`).sort()).toEqual([
      "publication successful",
      "publication successful",
      "validation successful",
    ]);
    const services = await tenant.outOfBand.send("GET", "/workflows/services?state=published");
    expect(services).toMatchObject([
      { type: "wfs", access: { type: "organisationToken" } },
      { type: "wms", access: { type: "open" } },
    ]);
    const { capabilities } = (services as { capabilities: string }[])[1] ?? { capabilities: "" };
    expect(await (await fetch(capabilities)).text()).toMatch(/<MetadataURL[^]*playgrounds\.xml/);
  });

  it("does not change in a second up, which sends no request; a refresh shows no drift", async () => {
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 25 });
    expect(await tenant.requests()).toEqual([]);

    const { code, output } = await tenant.pulumi(noDrift);
    expect(output).toMatch(/25 unchanged/);
    expect(code).toBe(0);
  });

  it("configures the catalogue once the operator has activated the endpoint", async () => {
    const activated = await tenant.script(["activate-csw.mjs", root], "");
    expect(activated).toMatchObject({ code: 0, output: expect.stringContaining("has a CSW endpoint") as string });
    await tenant.pulumi(["config", "set", "csw", "true"]);
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ create: 1, same: 25 });
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 26 });
  });

  it("sends the one file that was changed, tests the data again, and publishes them again", async () => {
    fs.appendFileSync(path.join(tenant.folder, "data", "inspections.csv"), "P2;2026-10-01;good\n");
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ update: 3, replace: 1, same: 22 });
    const [file, ...others] = writesAmong(await tenant.requests());
    expect(file).toBe("store/data.replaceFile");
    expect(others.filter((operation) => operation === "startJob")).toHaveLength(3);
  });

  it("comes down and leaves only permanently deactivated users", async () => {
    const destroyed = await tenant.pulumi(["destroy", "--yes", "--non-interactive"]);
    expect(destroyed.output).toMatch(/- 26 deleted/);
    for (const name of people) {
      expect(destroyed.output).toContain(`The user name "${name}" stays taken for ever`);
    }
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
    for (const store of ["data", "schemas", "projects", "metadata", "attachments"]) {
      expect(await tenant.outOfBand.contents(store)).toEqual([]);
    }
    expect(await tenant.outOfBand.send("GET", "/schemas/profiles")).toEqual([]);
    const users = (await tenant.outOfBand.send("GET", "/accounts/v1/users?deleted=true")) as User[];
    expect(users.map(({ username, status }) => `${username} ${status}`).sort()).toEqual([
      "admin active",
      ...people.map((name) => `${name} deleted`),
    ]);
  });
});

interface User {
  readonly username: string;
  readonly status: string;
}
