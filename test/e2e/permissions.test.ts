import fs from "node:fs";
import path from "node:path";
import { installedFolder } from "./support/installed-folder";
import { Tenant } from "./support/tenant";

const example = path.resolve(__dirname, "..", "..", "examples", "permissions");
const files = fs.readdirSync(example, { withFileTypes: true }).filter((entry) => entry.isFile());
const people = ["anna.land", "ben.west", "cora.ahausen", "dirk.ost", "eva.geodienst", "finn.geodienst"];

/** One life of the example's stack, told in order. */
let tenant: Tenant;
let passwords: string;
beforeAll(async () => {
  const sources = files.map(({ name }) => [name, fs.readFileSync(path.join(example, name), "utf8")]);
  tenant = await Tenant.start(installedFolder(), Object.fromEntries(sources) as Record<string, string>);
  passwords = (await tenant.script(["new-passwords.mjs"])).output;
  await tenant.pulumi(["config", "set", "--secret", "passwords"], {}, passwords);
});
afterAll(() => tenant.stop());

/** What the example's script prints, by user and organisation. */
async function whoCanDoWhat(): Promise<Record<string, Record<string, string>>> {
  const { code, output } = await tenant.script(["who-can-do-what.mjs"], passwords);
  expect(code).toBe(0);
  const [titles = [], ...rows] = output
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => line.split(/ {2,}/));
  return Object.fromEntries(
    rows.map(([user = "", organisation = "", ...cells]) => [
      `${user} in ${organisation}`,
      Object.fromEntries(cells.map((cell, index) => [titles[index + 2], cell])),
    ]),
  );
}

async function withoutPulumi(...args: readonly string[]): Promise<string> {
  const { code, output } = await tenant.script(["without-pulumi.mjs", ...args], passwords);
  expect(`${code} ${output}`).toMatch(/^0 /);
  return output;
}

const noDrift = ["refresh", "--preview-only", "--run-program", "--expect-no-changes", "--non-interactive"];

describe("the example of users and permissions under the real engine", () => {
  it("has correct types against the packed package", async () => {
    const compiler = path.join(installedFolder(), "node_modules", "typescript", "bin", "tsc");
    expect(await tenant.script([compiler, "-p", "."])).toMatchObject({ code: 0, output: "" });
  });

  it("goes up; a second up changes nothing and sends no request; a refresh shows no drift", async () => {
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ create: 18 });

    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 18 });
    expect(await tenant.requests()).toEqual([]);

    const { code, output } = await tenant.pulumi(noDrift);
    expect(output).toMatch(/18 unchanged/);
    expect(code).toBe(0);
  });

  it("shows all ids, and the token as a secret", async () => {
    const outputs = await tenant.stack.outputs();
    expect(Object.keys(outputs["userIds"]?.value as object).sort()).toEqual(people);
    expect(outputs["mapViewerToken"]?.secret).toBe(true);
    expect(String(outputs["mapViewerToken"]?.value).length).toBeGreaterThan(20);
  });

  it("lets everybody do what the roles allow, in the right organisations", async () => {
    const may = await whoCanDoWhat();
    const all = { Bucket: "cred", Theme: "cred", Schema: "cred", TransformationProject: "cred" };
    const dataOnly = { Bucket: "cred", Theme: "r", Schema: "r", TransformationProject: "r" };
    // A Superuser of the state, so of all below it; a user of it in name only.
    expect(may["anna.land in Land Muster"]).toMatchObject({ role: "orgAdmin", User: "crd", Organisation: "cred" });
    expect(may["anna.land in Stadt Ahausen"]).toMatchObject({ role: "-", User: "crd", Organisation: "cred" });
    expect(may["dirk.ost in Kreis Ost"]).toMatchObject({ role: "user", Organisation: "r", Bucket: "-", Theme: "-" });
    expect(may["ben.west in Kreis West"]).toMatchObject({ role: "themeManager", User: "r", ...all });
    // By RoleAssignment, and by OrganisationMembers.
    expect(may["ben.west in Stadt Ahausen"]).toMatchObject({ role: "dataManager", ...dataOnly });
    expect(may["cora.ahausen in Kreis Ost"]).toMatchObject({ role: "themeManager", ...all });
    // Sharing lets them see it, no more; the county shares with the company, the company with nobody.
    expect(may["eva.geodienst in Kreis West"]).toMatchObject({ role: "-", Organisation: "-", Bucket: "-" });
    expect(may["ben.west in Kreis Ost"]).toMatchObject({ role: "-", Organisation: "-", Bucket: "-" });
    expect(may).not.toHaveProperty(["dirk.ost in Kreis West"]);
    expect(may).not.toHaveProperty(["anna.land in Geodienst"]);
  });

  it("gives an invited user the role once the invitation is accepted, without drift", async () => {
    expect((await whoCanDoWhat())["finn.geodienst in Stadt Ahausen"]).toMatchObject({ role: "-", Bucket: "-" });
    await withoutPulumi("accept", "finn.geodienst", "Stadt Ahausen");
    expect((await whoCanDoWhat())["finn.geodienst in Stadt Ahausen"]).toMatchObject({
      role: "dataManager",
      Bucket: "cred",
    });
    expect((await tenant.pulumi(noDrift)).code).toBe(0);
  });

  it("configures the catalogue once the operator has activated the endpoint", async () => {
    await tenant.pulumi(["config", "set", "csw", "true"]);
    const { code, output } = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(code).not.toBe(0);
    expect(output).toMatch(/HC3003 organisation \d+ has no CSW endpoint of its own/);

    await withoutPulumi("activate-csw", "Land Muster");
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ create: 1, same: 18 });
    const { id } = await tenant.outOfBand.organisation("Land Muster");
    expect(await tenant.outOfBand.send("GET", `/resources/organisations/${id}`)).toMatchObject({
      csw: { defaultLanguage: "ger", gemetKeywords: ["land use"], temporalExtent: { begin: "2020-01-01" } },
    });
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 19 });
  });

  it("shows that a role was removed behind Pulumi's back, and gives it back", async () => {
    await withoutPulumi("take-role-away", "ben.west", "Stadt Ahausen");
    expect((await whoCanDoWhat())["ben.west in Stadt Ahausen"]).toMatchObject({ role: "-", Bucket: "-" });

    const drift = await tenant.pulumi(noDrift);
    expect(drift.code).toBe(7);
    expect(drift.output).toMatch(/- 1 to delete/);
    expect(drift.output).toMatch(/RoleAssignment Ben helps Stadt Ahausen delete/);

    const { summary } = await tenant.stack.up({ refresh: true, runProgram: true });
    expect(summary.resourceChanges).toMatchObject({ create: 1 });
    expect((await whoCanDoWhat())["ben.west in Stadt Ahausen"]).toMatchObject({ role: "dataManager", Bucket: "cred" });
    expect((await tenant.pulumi(noDrift)).code).toBe(0);
  });

  it("shows that a member was added to a whole list behind Pulumi's back, and removes the role", async () => {
    const { id } = await tenant.outOfBand.organisation("Kreis Ost");
    const { userIds } = await tenant.stack.outputs();
    const user = (userIds?.value as Record<string, string>)["eva.geodienst"];
    await tenant.outOfBand.send("POST", `/accounts/v1/organisations/${id}/members`, { user, role: "orgAdmin" });
    expect((await whoCanDoWhat())["eva.geodienst in Kreis Ost"]).toMatchObject({ role: "orgAdmin" });

    const drift = await tenant.pulumi([...noDrift, "--diff"]);
    expect(drift.code).toBe(7);
    expect(drift.output).toMatch(/OrganisationMembers::members of Kreis Ost[^]*"orgAdmin"[^]*~ 1 to update/);

    await tenant.stack.up({ refresh: true, runProgram: true });
    expect(await whoCanDoWhat()).not.toHaveProperty(["eva.geodienst in Kreis Ost"]);
  });

  it("comes down and leaves only permanently deactivated users, named one by one", async () => {
    const destroyed = await tenant.pulumi(["destroy", "--yes", "--non-interactive"]);
    expect(destroyed.output).toMatch(/- 19 deleted/);
    for (const name of people) {
      expect(destroyed.output).toContain(`The user name "${name}" stays taken for ever`);
    }
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
    expect(await tenant.outOfBand.send("GET", "/accounts/v1/tokens")).toEqual([]);
    const users = (await tenant.outOfBand.send("GET", "/accounts/v1/users?deleted=true")) as {
      username: string;
      status: string;
    }[];
    expect(users.map(({ username, status }) => `${username} ${status}`).sort()).toEqual(
      ["admin active", ...people.map((name) => `${name} deleted`)].sort(),
    );

    const listed = await withoutPulumi("deleted-users");
    for (const name of people) {
      expect(listed).toContain(name);
    }
    expect((await tenant.script(["who-can-do-what.mjs"], passwords)).output.match(/cannot log in/g)).toHaveLength(6);
  });
});
