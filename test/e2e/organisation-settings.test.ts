import fs from "node:fs";
import path from "node:path";
import { forms } from "../reliability/life";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

const png = Buffer.from(forms.first.logo.base64, "base64");
const county = (fields: object, extra = "") =>
  program(
    `const county = new Organisation("county", { name: "Kreis Muster", parent: "1", ...${JSON.stringify(fields)} });`,
    extra,
  );

let tenant: Tenant;
const fresh = async (): Promise<void> => {
  tenant = await Tenant.start(installedFolder(), county({}));
};

const withFiles = { ...forms.first, logo: { path: "logo.png" }, geometry: { path: "area.geojson" } };
const settings = async () => {
  const { id } = await tenant.outOfBand.organisation("Kreis Muster");
  return (await tenant.outOfBand.send("GET", `/resources/organisations/${id}`)) as Record<string, unknown>;
};

describe("every setting of an organisation", () => {
  beforeAll(fresh);
  afterAll(() => tenant.stop());

  it("goes up, and stays unchanged without a request", async () => {
    fs.writeFileSync(path.join(tenant.folder, "logo.png"), png);
    fs.writeFileSync(path.join(tenant.folder, "area.geojson"), forms.first.geometry.content);
    tenant.edit(county(withFiles));
    await tenant.stack.up();
    expect(await settings()).toMatchObject({
      capacity: { points: 100 },
      mapConfiguration: forms.first.mapConfiguration,
      geometry: { name: "area.geojson" },
      eventsSubscribed: true,
      featureToggles: { datasetSeries: true, serviceMonitoring: false },
    });
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
    expect(await tenant.requests()).toEqual([]);
  });

  it("shows drift of values in another service, and is repaired", async () => {
    const { id } = await tenant.outOfBand.organisation("Kreis Muster");
    await tenant.outOfBand.send("PUT", `/resources/organisations/${id}/mapConfiguration`, { layers: ["z"] });
    await tenant.outOfBand.send("DELETE", `/resources/organisations/${id}/geometry`);
    const drift = await tenant.pulumi(["preview", "--refresh", "--run-program", "--expect-no-changes", "--diff"]);
    expect(drift.code).toBe(7);
    expect(drift.output).toMatch(/"a" => "z"/);
    await tenant.stack.up({ refresh: true, runProgram: true });
    expect(await settings()).toMatchObject({
      mapConfiguration: forms.first.mapConfiguration,
      geometry: { name: "area.geojson" },
    });
  });

  it("is sent again if the content of its file has changed, but not if only the path has", async () => {
    await tenant.requests();
    fs.renameSync(path.join(tenant.folder, "logo.png"), path.join(tenant.folder, "moved.png"));
    tenant.edit(county({ ...withFiles, logo: { path: "moved.png" } }));
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
    expect(await tenant.requests()).toEqual([]);

    fs.writeFileSync(path.join(tenant.folder, "moved.png"), Buffer.from(forms.second.logo.base64, "base64"));
    expect((await tenant.stack.up()).summary.resourceChanges).toMatchObject({ update: 1 });
    expect((await tenant.requests()).filter((operation) => /^(set|update)/.test(operation))).toEqual([
      "setOrganisationLogo",
    ]);
  });

  it("is cleared if it is declared empty", async () => {
    tenant.edit(county(forms.empty));
    expect((await tenant.stack.up()).summary.resourceChanges).toMatchObject({ update: 1 });
    expect(await settings()).toMatchObject({ capacity: {}, mapConfiguration: {} });
    expect(await settings()).not.toHaveProperty("geometry");
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
  });

  it("stays alone if it is left out or null", async () => {
    tenant.edit(county({ ...withFiles, logo: { path: "moved.png" } }));
    await tenant.stack.up();
    const before = await settings();
    const nothing = Object.fromEntries(Object.keys(forms.first).map((field) => [field, null]));
    tenant.edit(county(nothing));
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
    expect(await settings()).toEqual(before);
  });

  it("may not lie below the organisation itself, if it is the parent", async () => {
    const { id } = await tenant.outOfBand.organisation("Kreis Muster");
    const below = (await tenant.outOfBand.send("POST", `/accounts/v1/organisations/${id}/suborganisations`, {
      name: "Stadt",
    })) as { id: string };
    for (const parent of [id, below.id]) {
      tenant.edit(
        program(`new Organisation("county", { name: "Kreis Muster", parent: "${parent}", onReplace: "replace" });`),
      );
      const { output } = await tenant.pulumi(["preview", "--non-interactive"]);
      expect(output).toMatch(new RegExp(`HC3003 organisation ${parent} cannot be above organisation ${id}`));
    }
  });
});

describe("sharing", () => {
  beforeAll(fresh);
  afterAll(() => tenant.stop());

  const sharing = (lines: string) =>
    program(
      'const a = new Organisation("a", { name: "A", parent: "1" });',
      'const b = new Organisation("b", { name: "B", parent: "1" });',
      lines,
    );
  const sharedBy = async (name: string) => {
    const { sharedWith = [] } = (await tenant.outOfBand.organisation(name)) as {
      sharedWith?: { organisation: string }[];
    };
    return sharedWith.map(({ organisation }) => organisation);
  };

  it("one by one leaves the others alone, and ends with its resource", async () => {
    tenant.edit(sharing('new OrganisationSharing("a with b", { organisation: a, sharedWith: b });'));
    await tenant.stack.up();
    const { id } = await tenant.outOfBand.organisation("A");
    const b = await tenant.outOfBand.organisation("B");
    await tenant.outOfBand.send("POST", `/accounts/v1/organisations/${id}/sharing/1`);
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 4 });
    expect(await sharedBy("A")).toEqual(["1", b.id]);
    tenant.edit(sharing(""));
    await tenant.stack.up();
    expect(await sharedBy("A")).toEqual(["1"]);
  });

  /** The organisation is still shared with the operator, which nobody declares. */
  it("as a list is not attached over shares that it does not name, and then decides all shares", async () => {
    tenant.edit(sharing('new OrganisationSharingList("all of a", { organisation: a, sharedWith: [b] });'));
    const refused = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(refused.output).toMatch(/HC5005 Organisation \d+ is also shared with 1[^]*Add "1" to `sharedWith`/);

    tenant.edit(sharing('new OrganisationSharingList("all of a", { organisation: a, sharedWith: [b, "1"] });'));
    await tenant.stack.up();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 4 });
    tenant.edit(sharing('new OrganisationSharingList("all of a", { organisation: a, sharedWith: [] });'));
    await tenant.stack.up();
    expect(await sharedBy("A")).toEqual([]);
  });

  it("takes only one of the two forms", async () => {
    tenant.edit(
      sharing(
        'new OrganisationSharing("one", { organisation: "1", sharedWith: b }); new OrganisationSharingList("all", { organisation: "1", sharedWith: [b] });',
      ),
    );
    const { output } = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(output).toMatch(/HC4007 Two resources decide the sharing of organisation 1: "(one|all)" and "(one|all)"/);
  });
});

describe("an organisation of a fresh tenant", () => {
  beforeEach(fresh);
  afterEach(() => tenant.stop());

  it("shows everything that is wrong with one organisation at once", async () => {
    fs.writeFileSync(path.join(tenant.folder, "text.png"), "no image");
    tenant.edit(
      county({
        logo: { path: "text.png" },
        geometry: { content: '{"type":"Point","coordinates":[500,51]}' },
        mapConfiguration: { baseMap: "not a URL" },
        capacityPoints: -1,
        settings: { featureToggle: { x: true } },
      }),
    );
    const { code, output } = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(code).not.toBe(0);
    for (const complaint of [
      /property logo .*"text\.png": it is not an image/,
      /property geometry .*\[500,51\] at coordinates lies outside of WGS 84/,
      /property mapConfiguration\.baseMap .*the address of a WMS/,
      /property capacityPoints .*-1/,
      /property settings\.featureToggle [^]*Did you mean `featureToggles`/,
    ]) {
      expect(output).toMatch(complaint);
    }
    expect(output).not.toMatch(/\n\s+at /);
  });

  it("names the field that the server does not know", async () => {
    tenant.edit(
      program(
        'new Organisation("town", { name: "Stadt", parent: "1", settings: { featureToggles: { antiGravity: true } } });',
      ),
    );
    const { output } = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"]);
    expect(output).toMatch(/HC6001[^]*HC2422[^]*`settings\.featureToggles`[^]*antiGravity/);
  });

  it("is looked up by functions, as promises and as outputs", async () => {
    tenant.edit(
      county(
        { mapConfiguration: { baseMap: "https://maps.example/wms", layers: ["a"] } },
        `
const { getOrganisation, getOrganisations, getOrganisationOutput, getDefaultBaseMapOutput, getCapacityOutput } = require("pulumi-haleconnect");
exports.operator = getOrganisation({ id: "1" }).then((found) => found.name);
exports.all = getOrganisations().then((all) => all.length);
exports.path = getOrganisationOutput({ id: county.id }).path;
exports.inUse = getCapacityOutput({ organisation: county.id }).usage;
exports.map = getDefaultBaseMapOutput({ organisation: county.id }).address;
`,
      ),
    );
    await tenant.stack.up();
    const outputs = await tenant.stack.outputs();
    expect(Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]))).toEqual({
      operator: "Operator",
      all: 1,
      path: ["Operator", "Kreis Muster"],
      inUse: 0,
      map: "https://maps.example/wms",
    });
  });
});
