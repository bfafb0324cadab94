import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

const operator = "1";
const tree = (description: string) =>
  program(
    `const state = new Organisation("state", { name: "Land Beispiel", parent: "${operator}", description: ${JSON.stringify(description)} });`,
    'const county = new Organisation("county", { name: "Kreis Muster", parent: state, contact: { city: "Muster", email: "a@muster.example" } });',
    'new Organisation("town", { name: "Stadt Muster", parent: county, legalName: "Stadt Muster" });',
  );

let tenant: Tenant;
beforeEach(async () => {
  tenant = await Tenant.start(installedFolder(), tree("before"));
});
afterEach(() => tenant.stop());

describe("a tenant under the real engine", () => {
  it("goes up, stays unchanged without a request, shows drift, is repaired, and comes down to what was there before", async () => {
    const before = await tenant.outOfBand.organisations();
    await tenant.requests();

    const up = await tenant.stack.up();
    expect(up.summary.resourceChanges).toMatchObject({ create: 4 });
    expect(await tenant.outOfBand.names()).toEqual(["Kreis Muster", "Land Beispiel", "Operator", "Stadt Muster"]);
    const requests = await tenant.requests();
    expect(requests.filter((operation) => operation === "createSuborganisation")).toHaveLength(3);
    expect(requests.filter((operation) => operation === "login")).toHaveLength(1);

    const again = await tenant.stack.up();
    expect(again.summary.resourceChanges).toEqual({ same: 4 });
    expect(await tenant.requests()).toEqual([]);

    const { id } = await tenant.outOfBand.organisation("Land Beispiel");
    await tenant.outOfBand.send("PUT", `/accounts/v1/organisations/${id}`, { description: "edited by hand" });
    const drift = await tenant.pulumi([
      "refresh",
      "--preview-only",
      "--run-program",
      "--expect-no-changes",
      "--diff",
      "--non-interactive",
    ]);
    expect(drift.code).toBe(7);
    expect(drift.output).toMatch(/description\s*: "before" => "edited by hand"/);

    await tenant.stack.up({ refresh: true, runProgram: true });
    expect(await tenant.outOfBand.organisation("Land Beispiel")).toMatchObject({ description: "before" });

    await tenant.stack.destroy();
    expect(await tenant.outOfBand.organisations()).toEqual(before);
  });

  it("creates an object again that was deleted behind Pulumi's back", async () => {
    await tenant.stack.up();
    const { id } = await tenant.outOfBand.organisation("Stadt Muster");
    await tenant.outOfBand.send("DELETE", `/actions/organisations/${id}`);

    const { summary } = await tenant.stack.up({ refresh: true, runProgram: true });
    expect(summary.resourceChanges).toMatchObject({ create: 1 });
    expect(await tenant.outOfBand.names()).toContain("Stadt Muster");
  });

  it("updates a field in place and clears one that is declared empty", async () => {
    await tenant.stack.up();
    tenant.edit(tree(""));
    await tenant.requests();
    const { summary } = await tenant.stack.up();
    expect(summary.resourceChanges).toMatchObject({ update: 1, same: 3 });
    expect((await tenant.requests()).filter((operation) => operation.startsWith("update"))).toHaveLength(1);
    expect((await tenant.outOfBand.organisation("Land Beispiel")).description ?? "").toBe("");
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 4 });
  });

  it("keeps no code and little else in the state", async () => {
    await tenant.stack.up();
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
});

describe("a rename", () => {
  const renamed = (extra = "") =>
    program(
      `const state = new Organisation("state", { name: "Land Anders", parent: "${operator}"${extra} });`,
      `const county = new Organisation("county", { name: "Kreis Muster", parent: state${extra} });`,
      `new Organisation("town", { name: "Stadt Muster", parent: county${extra} });`,
    );

  it("is refused in the preview, with nothing sent", async () => {
    await tenant.stack.up();
    await tenant.requests();
    tenant.edit(renamed());
    const preview = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(preview.code).not.toBe(0);
    expect(preview.output).toMatch(/HC5004 Changing `name` from "Land Beispiel" to "Land Anders" would replace/);
    expect(preview.output).not.toMatch(/\n\s+at /);
    expect(await tenant.requests()).toEqual([]);
  });

  it("replaces the whole tree if `onReplace` says so", async () => {
    await tenant.stack.up();
    tenant.edit(renamed(', onReplace: "replace"'));
    await tenant.stack.up();
    expect(await tenant.outOfBand.names()).toEqual(["Kreis Muster", "Land Anders", "Operator", "Stadt Muster"]);
  });

  it("warns in the preview what may prevent the deletion of the old one, which goes once that is gone", async () => {
    await tenant.stack.up();
    const { id } = await tenant.outOfBand.organisation("Land Beispiel");
    await tenant.outOfBand.send("POST", `/accounts/v1/organisations/${id}/suborganisations`, { name: "Fremd" });
    tenant.edit(renamed(', onReplace: "replace"'));
    const preview = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(preview.output).toMatch(/Replacing Organisation \d+ deletes[^]*3 suborganisations: [^]*"Fremd"[^]*HC5003/);

    const up = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"]);
    expect(up.code).not.toBe(0);
    expect(up.output).toMatch(/HC5003 Organisation "Land Beispiel"[^]*pulumi state delete/);

    const other = await tenant.outOfBand.organisation("Fremd");
    await tenant.outOfBand.send("DELETE", `/actions/organisations/${other.id}`);
    await tenant.stack.up();
    expect(await tenant.outOfBand.names()).toEqual(["Kreis Muster", "Land Anders", "Operator", "Stadt Muster"]);
  });
});

describe("an object that exists already", () => {
  const adopting = (adopt: string) =>
    program(
      `new Organisation("state", { name: "Land Beispiel", parent: "${operator}", description: "ours", adopt: ${JSON.stringify(adopt)} });`,
    );

  beforeEach(() =>
    tenant.outOfBand.send("POST", `/accounts/v1/organisations/${operator}/suborganisations`, { name: "Land Beispiel" }),
  );

  it("is an error in the preview that names it and says how to adopt it", async () => {
    tenant.edit(adopting("never"));
    const preview = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(preview.code).not.toBe(0);
    expect(preview.output).toMatch(
      /HC4001 Organisation "Land Beispiel" below organisation 1 exists already with id \d+/,
    );
    expect(preview.output).toContain('adopt: "ifExists"');
  });

  it("is adopted if the program declares it, and stays after `destroy`", async () => {
    tenant.edit(adopting("ifExists"));
    await tenant.stack.up();
    expect(await tenant.outOfBand.organisation("Land Beispiel")).toMatchObject({ description: "ours" });
    await tenant.stack.destroy();
    expect(await tenant.outOfBand.names()).toContain("Land Beispiel");
  });

  it("that is half adopted is reported with its id and finished by the next up", async () => {
    tenant.edit(adopting("required"));
    await tenant.fault({ operation: "updateOrganisation", fault: "500", times: 50 });
    const failed = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"]);
    expect(failed.code).not.toBe(0);
    expect(failed.output).toMatch(/HC6001 Organisation \d+ is on the server, but does not match its declaration/);

    await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "DELETE" });
    await tenant.stack.up();
    expect(await tenant.outOfBand.organisation("Land Beispiel")).toMatchObject({ description: "ours" });
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
  });
});

it("does not delete an organisation that holds unknown objects", async () => {
  await tenant.stack.up();
  const { id } = await tenant.outOfBand.organisation("Stadt Muster");
  await tenant.outOfBand.send("POST", `/accounts/v1/organisations/${id}/suborganisations`, { name: "Ortsteil" });
  const destroyed = await tenant.pulumi(["destroy", "--yes", "--skip-preview", "--non-interactive"]);
  expect(destroyed.code).not.toBe(0);
  expect(destroyed.output).toMatch(
    /HC5003 Organisation "Stadt Muster" \(\d+\) is not deleted[^]*1 suborganisations: "Ortsteil"/,
  );
  expect(await tenant.outOfBand.names()).toContain("Ortsteil");
});
