import fs from "node:fs";
import path from "node:path";
import { hasRealFiles, realFiles } from "../unit/formats/support/samples";
import { installedFolder } from "./support/installed-folder";
import { noDrift } from "./support/samples";
import { program, Tenant } from "./support/tenant";

/** What the real schemas import, and nobody put beside them. */
const absent = {
  "Buildings.xsd": "urn:x-inspire:specification:gmlas:Buildings:0.0",
  "CommonTransportElements.xsd": "urn:x-inspire:specification:gmlas:CommonTransportElements:3.0",
  "StatisticalUnits.xsd": "urn:x-inspire:specification:gmlas:StatisticalUnits:0.0",
};
const ownTypes = {
  Addresses: [
    "Address",
    "AddressAreaName",
    "AddressComponent",
    "AdminUnitName",
    "PostalDescriptor",
    "ThoroughfareName",
  ],
  AdministrativeUnits: ["AdministrativeBoundary", "AdministrativeUnit", "Condominium"],
  CadastralParcels: ["BasicPropertyUnit", "CadastralBoundary", "CadastralParcel", "CadastralZoning"],
  GeographicalNames: ["NamedPlace"],
  ProtectedSites: ["ProtectedSite"],
};

const standIn = (namespace: string) =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}" elementFormDefault="qualified"/>`;

const schema = (name: string) =>
  `new Schema("${name}", { organisation: org, name: "INSPIRE ${name}", files: ["schemas/${name}.xsd"] });`;

const declared = (...more: readonly string[]) =>
  program(
    'const org = new Organisation("county", { name: "Kreis", parent: "1" });',
    ...Object.keys(ownTypes).map(schema),
    'const ad = new TransformationProject("ad", { organisation: org, name: "Hauskoordinaten", files: ["projects/hauskoordinaten-ad-01.halex", "geodata/adressen.csv"] });',
    'new Bucket("data", { organisation: org, name: "Wind", files: ["geodata/*.geojson"] });',
    'exports.cells = require("pulumi-haleconnect").getCellsOutput({ project: ad.id }).apply((all) => all.length);',
    ...more,
  );

if (hasRealFiles) {
  describe("the real files that lie beside this repository, under the real engine", () => {
    let tenant: Tenant;
    beforeAll(async () => {
      tenant = await Tenant.start(installedFolder(), declared());
      for (const folder of ["schemas", "projects", "geodata"]) {
        fs.mkdirSync(path.join(tenant.folder, folder));
        for (const file of fs.readdirSync(path.join(realFiles, folder))) {
          fs.writeFileSync(path.join(tenant.folder, folder, file), fs.readFileSync(path.join(realFiles, folder, file)));
        }
      }
    });
    afterAll(() => tenant.stop());

    it("name the missing documents, each at its place", async () => {
      const { code, output } = await tenant.pulumi(["preview", "--non-interactive"]);
      expect(code).not.toBe(0);
      expect(output).toMatch(/AdministrativeUnits\.xsd:2: the import of urn:\S+:StatisticalUnits:0\.0 from/);
    });

    it("name the missing alignment of a project", async () => {
      const files = '["projects/HydroPhysicalWaters.halex"]';
      tenant.edit(program(`new TransformationProject("hy", { organisation: "1", name: "Hydro", files: ${files} });`));
      const { code, output } = await tenant.pulumi(["preview", "--non-interactive"]);
      expect(code).not.toBe(0);
      expect(output).toMatch(/HydroPhysicalWaters\.halex: its alignment "\S+" is not there: add that file/);
      tenant.edit(declared());
    });

    it("go up, with their feature types and their mapping", async () => {
      for (const [name, namespace] of Object.entries(absent)) {
        fs.writeFileSync(path.join(tenant.folder, "schemas", name), standIn(namespace));
      }
      const { summary } = await tenant.stack.up();
      const outputs = await tenant.stack.outputs();
      expect(summary.resourceChanges).toEqual({ create: 9 });
      expect(outputs["cells"]?.value).toBeGreaterThan(50);
      const schemas = (await tenant.outOfBand.send("GET", "/schemas/schemas?limit=500")) as Schema[];
      for (const [name, types] of Object.entries(ownTypes)) {
        const found = schemas.find((it) => it.name === `INSPIRE ${name}`);
        const own = found?.featureTypeNames.filter((it) => it.includes(`:${name}:`)) ?? [];
        expect(own.map((it) => it.slice(it.indexOf("}") + 1))).toEqual(types);
        expect(found).not.toHaveProperty("problem");
      }
      expect(await tenant.outOfBand.filesOf("projects", "Hauskoordinaten")).toHaveLength(4);
      expect(await tenant.outOfBand.filesOf("data", "Wind")).toEqual(["Windenergieanlagen_KreisGT_EPSG3857.geojson"]);
    });

    it("do not change, and come down without a trace", async () => {
      await tenant.requests();
      expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 9 });
      expect((await tenant.requests()).every((it) => ["GET /", "login", "getCells"].includes(it))).toBe(true);
      expect((await tenant.pulumi(noDrift)).code).toBe(0);
      await tenant.stack.destroy();
      expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
      expect(await tenant.outOfBand.contents("schemas")).toEqual([]);
    });
  });
} else {
  it("the real files do not lie beside this repository, so no test uses them", () => {
    console.warn("There is no ../shared/data: the real INSPIRE schemas and hale projects are not tried.");
  });
}

interface Schema {
  readonly name: string;
  readonly featureTypeNames: readonly string[];
}
