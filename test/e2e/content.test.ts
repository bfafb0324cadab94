import fs from "node:fs";
import path from "node:path";
import { webServer, type WebServer } from "../unit/emulator/support/web-server";
import { installedFolder } from "./support/installed-folder";
import { archive, noDrift, samples } from "./support/samples";
import { program, Tenant } from "./support/tenant";
import { writesAmong } from "./support/writes";

/** One life of a stack with schemas, a profile and a project, told in order. */
let tenant: Tenant;
let web: WebServer;
const roadsNamespace = "http://example.org/roads/1.0";
const road = `{${roadsNamespace}}Road`;

const declared = (...more: readonly string[]) =>
  program(
    'const org = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'const roads = new Schema("roads", { organisation: org, name: "Roads", version: "1", files: ["roads/Roads.xsd"] });',
    'const ways = new Schema("ways", { organisation: org, name: "Ways", basedOn: roads });',
    'const addresses = new Schema("addresses", { organisation: org, name: "Addresses", preset: "inspire-ad-4.0" });',
    `new Schema("trees", { organisation: org, name: "Trees", url: "${web.url}/Trees.xsd" });`,
    'new SchemaProfile("strict", { organisation: org, schema: roads, name: "Strict", mandatoryFeatureTypes: ["Road"],',
    '  constraints: [{ featureType: "Road", property: "number", contentRequired: true }] });',
    'const project = new TransformationProject("project", { organisation: org, name: "Roads", files: ["roads.halez"],',
    "  targetSchemas: [roads] });",
    "exports.featureTypes = roads.featureTypes;",
    "exports.copied = ways.featureTypes;",
    ...more,
  );

const trees = fs.readFileSync(path.join(samples, "roads", "Surfaces.xsd"));

beforeAll(async () => {
  web = await webServer({ "/Trees.xsd": { body: trees, headers: { "content-type": "application/xml" } } });
  tenant = await Tenant.start(installedFolder(), declared());
  fs.cpSync(path.join(samples, "roads"), path.join(tenant.folder, "roads"), { recursive: true });
  const project = path.join(samples, "project");
  await archive(path.join(tenant.folder, "roads.halez"), project, fs.readdirSync(project));
});
afterAll(async () => {
  await tenant.stop();
  await web.close();
});

describe("schemas and a project under the real engine", () => {
  it("go up: from a file with its imports, another schema, a preset, an address, and an archive", async () => {
    const { summary } = await tenant.stack.up();
    const outputs = await tenant.stack.outputs();
    expect(summary.resourceChanges).toEqual({ create: 8 });
    expect(outputs["featureTypes"]?.value).toEqual([road, `{${roadsNamespace}}Way`]);
    expect(outputs["copied"]?.value).toEqual(outputs["featureTypes"]?.value);
    expect(await tenant.outOfBand.filesOf("schemas", "Roads")).toEqual([
      "Roads.xsd",
      "Surfaces.xsd",
      "base/BaseTypes.xsd",
    ]);
    expect(await tenant.outOfBand.contents("schemas")).toEqual(["Addresses", "Roads", "Trees", "Ways"]);
    expect(web.asked).toEqual(["/Trees.xsd"]);
    expect(await tenant.outOfBand.send("GET", "/schemas/profiles")).toMatchObject([
      { name: "Strict", mandatoryFeatureTypes: ["Road"], constraints: [{ property: "number", contentRequired: true }] },
    ]);
  });

  it("an archive is unpacked, so that its mapping is known", async () => {
    expect(await tenant.outOfBand.filesOf("projects", "Roads")).toEqual([
      "roads.halex",
      "roads.halex.alignment.xml",
      "roads.halex.styles.sld",
    ]);
    const [project] = (await tenant.outOfBand.send("GET", "/projects/projects")) as object[];
    expect(project).toMatchObject({ name: "Roads", cells: 2, targetSchemas: [{ link: "manual" }] });
  });

  it("do not change in a second up, which sends no request; a refresh shows no drift", async () => {
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 8 });
    expect(await tenant.requests()).toEqual([]);
    const { code, output } = await tenant.pulumi(noDrift);
    expect(output).toMatch(/8 unchanged/);
    expect(code).toBe(0);
  });

  it("a changed import shows as an update of the schema, and only that file is sent", async () => {
    const baseTypes = path.join(tenant.folder, "roads", "base", "BaseTypes.xsd");
    fs.appendFileSync(baseTypes, "<!-- changed -->\n");
    const preview = await tenant.pulumi(["preview", "--diff", "--non-interactive"]);
    expect(preview.output).toMatch(/BaseTypes\.xsd/);
    expect(preview.output).toMatch(/~ 1 to update/);
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 7, update: 1 });
    expect(writesAmong(await tenant.requests())).toEqual(["store/schemas.replaceFile"]);
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 8 });
  });

  it("show a version that was edited on the page in a refresh, and repair it", async () => {
    const roads = await schemaNamed("Roads");
    await tenant.outOfBand.send("PUT", `/schemas/schemas/${roads.split(".").join("/")}`, { version: "by hand" });
    const drift = await tenant.pulumi([...noDrift, "--diff"]);
    expect(drift.code).toBe(7);
    expect(drift.output).toMatch(/version\s*: "1" => "by hand"/);
    await tenant.stack.up({ refresh: true, runProgram: true });
    expect((await tenant.pulumi(noDrift)).code).toBe(0);
  });

  it("are looked up by functions, as promises and as outputs", async () => {
    tenant.edit(
      declared(
        'const h = require("pulumi-haleconnect");',
        'exports.byName = h.getSchema({ name: "Roads" }).then(({ version }) => version);',
        "exports.ofOrg = h.getSchemasOutput({ organisation: org.id }).apply((all) => all.length);",
        "exports.types = h.getFeatureTypesOutput({ schema: roads.id }).apply((all) => all.map(({ name }) => name));",
        "exports.cells = h.getAlignmentOutput({ project: project.id }).cells;",
        "exports.functions = h.getCellsOutput({ project: project.id }).apply((all) => all.length);",
        "exports.file = h.getBucketFilesOutput({ bucket: project.id }).apply(([first]) => first.name);",
        'exports.preset = h.getPresets().then((all) => all.some(({ id }) => id === "inspire-ad-4.0"));',
      ),
    );
    await tenant.stack.up();
    const outputs = await tenant.stack.outputs();
    const { featureTypes: _types, copied: _copied, ...found } = outputs;
    expect(Object.fromEntries(Object.entries(found).map(([name, { value }]) => [name, value]))).toEqual({
      byName: "1",
      ofOrg: 4,
      types: ["Road", "Way"],
      cells: 2,
      functions: 2,
      file: "roads.halex",
      preset: true,
    });
    tenant.edit(declared());
  });

  it("come down and leave nothing", async () => {
    await tenant.stack.destroy();
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
    expect(await tenant.outOfBand.contents("schemas")).toEqual([]);
    expect(await tenant.outOfBand.contents("projects")).toEqual([]);
    expect(await tenant.outOfBand.send("GET", "/schemas/profiles")).toEqual([]);
  });
});

async function schemaNamed(name: string): Promise<string> {
  const found = (await tenant.outOfBand.buckets("schemas")).find((it) => it.name === name);
  return found?.combinedId ?? "";
}
