import { installedFolder } from "./support/installed-folder";
import { noDrift } from "./support/samples";
import { program, Tenant } from "./support/tenant";

const operator = "1";
const tree = (description: string) =>
  program(
    `const state = new Organisation("state", { name: "Land Beispiel", parent: "${operator}", description: ${JSON.stringify(description)} });`,
    'const county = new Organisation("county", { name: "Kreis Muster", parent: state, contact: { city: "Muster", email: "a@muster.example" } });',
    'new Organisation("town", { name: "Stadt Muster", parent: county, legalName: "Stadt Muster" });',
  );

const renamed = (name: string, extra = ', onReplace: "replace"') =>
  program(
    `const state = new Organisation("state", { name: ${JSON.stringify(name)}, parent: "${operator}"${extra} });`,
    `const county = new Organisation("county", { name: "Kreis Muster", parent: state${extra} });`,
    `new Organisation("town", { name: "Stadt Muster", parent: county${extra} });`,
  );
const up = ["up", "--yes", "--skip-preview", "--non-interactive"];

let tenant: Tenant;
const addBelow = async (name: string, added: string): Promise<void> => {
  const { id } = await tenant.outOfBand.organisation(name);
  await tenant.outOfBand.send("POST", `/accounts/v1/organisations/${id}/suborganisations`, { name: added });
};
const remove = async (name: string): Promise<void> => {
  const { id } = await tenant.outOfBand.organisation(name);
  await tenant.outOfBand.send("DELETE", `/actions/organisations/${id}`);
};

/** One life of a stack, told in order. */
describe("a tenant under the real engine", () => {
  let before: Awaited<ReturnType<Tenant["outOfBand"]["organisations"]>>;
  beforeAll(async () => {
    tenant = await Tenant.start(installedFolder(), tree("before"));
    before = await tenant.outOfBand.organisations();
  });
  afterAll(() => tenant.stop());

  it("goes up with one request for each creation and one login", async () => {
    await tenant.requests();
    const { summary } = await tenant.stack.up();
    expect(summary.resourceChanges).toMatchObject({ create: 4 });
    expect(await tenant.outOfBand.names()).toEqual(["Kreis Muster", "Land Beispiel", "Operator", "Stadt Muster"]);
    const requests = await tenant.requests();
    expect(requests.filter((operation) => operation === "createSuborganisation")).toHaveLength(3);
    expect(requests.filter((operation) => operation === "login")).toHaveLength(1);
  });

  it("keeps no code and little else in the state", async () => {
    const exported = (await tenant.stack.exportStack()) as unknown as {
      deployment: {
        resources: { type: string; inputs?: Record<string, unknown>; outputs?: Record<string, unknown> }[];
      };
    };
    const organisations = exported.deployment.resources.filter(({ type }) => type.endsWith(":Organisation"));
    expect(organisations).toHaveLength(3);
    for (const { inputs } of organisations) {
      const code = JSON.stringify(inputs?.["__provider"]);
      expect(code.length).toBeLessThanOrEqual(300);
      expect(code).toContain('require(\\"pulumi-haleconnect/dynamic/organisation\\")');
    }
  });

  it("stays unchanged in a second up, which sends no request", async () => {
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 4 });
    expect(await tenant.requests()).toEqual([]);
  });

  it("shows a field that was edited and an object that was deleted behind Pulumi's back, and repairs both", async () => {
    const { id } = await tenant.outOfBand.organisation("Land Beispiel");
    await tenant.outOfBand.send("PUT", `/accounts/v1/organisations/${id}`, { description: "edited by hand" });
    await remove("Stadt Muster");
    const drift = await tenant.pulumi([...noDrift, "--diff"]);
    expect(drift.code).toBe(7);
    expect(drift.output).toMatch(/description\s*: "before" => "edited by hand"/);
    expect(drift.output).toMatch(/- 1 to delete/);

    const { summary } = await tenant.stack.up({ refresh: true, runProgram: true });
    expect(summary.resourceChanges).toMatchObject({ create: 1 });
    expect(await tenant.outOfBand.organisation("Land Beispiel")).toMatchObject({ description: "before" });
    expect(await tenant.outOfBand.names()).toContain("Stadt Muster");
  });

  it("updates a field in place and clears one that is declared empty", async () => {
    tenant.edit(tree(""));
    await tenant.requests();
    const { summary } = await tenant.stack.up();
    expect(summary.resourceChanges).toMatchObject({ update: 1, same: 3 });
    expect((await tenant.requests()).filter((operation) => operation.startsWith("update"))).toHaveLength(1);
    expect((await tenant.outOfBand.organisation("Land Beispiel")).description ?? "").toBe("");
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 4 });
  });

  it("refuses a rename in the preview, with nothing sent", async () => {
    await tenant.requests();
    tenant.edit(renamed("Land Anders", ""));
    const preview = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(preview.code).not.toBe(0);
    expect(preview.output).toMatch(/HC5004 Changing `name` from "Land Beispiel" to "Land Anders" would replace/);
    expect(preview.output).not.toMatch(/\n\s+at /);
    expect(await tenant.requests()).toEqual([]);
  });

  it("keeps an organisation that holds unknown objects, although everything is to come down", async () => {
    await addBelow("Stadt Muster", "Ortsteil");
    const destroyed = await tenant.pulumi(["destroy", "--yes", "--skip-preview", "--non-interactive"]);
    expect(destroyed.code).not.toBe(0);
    expect(destroyed.output).toMatch(
      /HC5003 Organisation "Stadt Muster" \(\d+\) is not deleted[^]*1 suborganisations: "Ortsteil"/,
    );
    expect(await tenant.outOfBand.names()).toContain("Ortsteil");
    await remove("Ortsteil");
  });

  it("warns in the preview what may prevent the deletion of a replaced one, which goes once that is gone", async () => {
    await addBelow("Land Beispiel", "Fremd");
    tenant.edit(renamed("Land Anders"));
    const preview = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(preview.output).toMatch(/Replacing Organisation \d+ deletes[^]*3 suborganisations: [^]*"Fremd"[^]*HC5003/);

    const failed = await tenant.pulumi(up);
    expect(failed.code).not.toBe(0);
    expect(failed.output).toMatch(/HC5003 Organisation "Land Beispiel"[^]*pulumi state delete/);

    await remove("Fremd");
    await tenant.stack.up();
    expect(await tenant.outOfBand.names()).toEqual(["Kreis Muster", "Land Anders", "Operator", "Stadt Muster"]);
  });

  it("replaces the whole tree for a rename if `onReplace` says so", async () => {
    tenant.edit(renamed("Land Neu"));
    await tenant.stack.up();
    expect(await tenant.outOfBand.names()).toEqual(["Kreis Muster", "Land Neu", "Operator", "Stadt Muster"]);
  });

  it("comes down to what was there before", async () => {
    await tenant.stack.destroy();
    expect(await tenant.outOfBand.organisations()).toEqual(before);
  });
});

describe("an object that exists already", () => {
  const adopting = (adopt: string) =>
    program(
      `new Organisation("state", { name: "Land Beispiel", parent: "${operator}", description: "ours", adopt: ${JSON.stringify(adopt)} });`,
    );

  beforeAll(async () => {
    tenant = await Tenant.start(installedFolder(), adopting("never"));
    await addBelow("Operator", "Land Beispiel");
  });
  afterAll(() => tenant.stop());

  it("is an error in the preview that names it and says how to adopt it", async () => {
    const preview = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(preview.code).not.toBe(0);
    expect(preview.output).toMatch(
      /HC4001 Organisation "Land Beispiel" below organisation 1 exists already with id \d+/,
    );
    expect(preview.output).toContain('adopt: "ifExists"');
  });

  it("that is half adopted is reported with its id and finished by the next up", async () => {
    tenant.edit(adopting("required"));
    await tenant.fault({ operation: "updateOrganisation", fault: "500", times: 50 });
    const failed = await tenant.pulumi(up);
    expect(failed.code).not.toBe(0);
    expect(failed.output).toMatch(/HC6001 Organisation \d+ is on the server, but does not match its declaration/);

    await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "DELETE" });
    await tenant.stack.up();
    expect(await tenant.outOfBand.organisation("Land Beispiel")).toMatchObject({ description: "ours" });
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
    await tenant.stack.destroy();
  });

  it("is adopted if the program declares it, and stays after `destroy`", async () => {
    const { id } = await tenant.outOfBand.organisation("Land Beispiel");
    await tenant.outOfBand.send("PUT", `/accounts/v1/organisations/${id}`, { description: "theirs" });
    tenant.edit(adopting("ifExists"));
    await tenant.stack.up();
    expect(await tenant.outOfBand.organisation("Land Beispiel")).toMatchObject({ description: "ours" });
    await tenant.stack.destroy();
    expect(await tenant.outOfBand.names()).toContain("Land Beispiel");
  });
});
