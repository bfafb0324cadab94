import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), program());
});
afterAll(() => tenant.stop());

const declare = (kind: string, name: string, values: object, options = "") =>
  `new ${kind}(${JSON.stringify(name)}, ${JSON.stringify(values)}${options});`;
const named = async (name: string) => (await tenant.outOfBand.organisations()).filter((it) => it.name === name);

describe("resources of other names, and of the same name, under the real engine", () => {
  it("a renamed resource takes over its organisation, which stays when the engine deletes the former resource last", async () => {
    tenant.edit(program(declare("Organisation", "former", { name: "County", parent: "1" })));
    await tenant.stack.up();
    const [county] = await named("County");

    const renamed = { name: "County", parent: "1", adopt: "ifExists" };
    tenant.edit(program(declare("Organisation", "renamed", renamed)));
    const { code, output } = await tenant.pulumi(["up", "--yes", "--non-interactive"]);
    expect(output).toMatch(/stays as it is: it now belongs to resource "renamed"/);
    expect(code).toBe(0);
    expect(await named("County")).toEqual([county]);
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
  });

  it("with `aliases` it is the same resource", async () => {
    const renamed = { name: "County", parent: "1", adopt: "ifExists" };
    tenant.edit(program(declare("Organisation", "again", renamed, ', { aliases: [{ name: "renamed" }] }')));
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
    expect(await tenant.requests()).toEqual([]);
  });

  it("two resources of the same name in different components are two, and cannot have the same object", async () => {
    const components = (second: string) =>
      program(
        'const pulumi = require("@pulumi/pulumi");',
        "class Area extends pulumi.ComponentResource {",
        "    constructor(type, name, organisation) {",
        "        super(type, name);",
        '        this.top = new Organisation("top", { parent: "1", ...organisation }, { parent: this });',
        "    }",
        "}",
        'new Area("my:North", "north", { name: "North" });',
        `new Area("my:South", "south", ${second});`,
      );
    tenant.edit(components('{ name: "North" }'));
    const refused = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(refused.output).toMatch(/HC4006[^]*"my:(North|South)::top"[^]*"my:(North|South)::top"/);
    tenant.edit(components('{ name: "South" }'));
    await tenant.stack.up();
    expect(await named("North")).toHaveLength(1);
    expect(await named("South")).toHaveLength(1);
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 5 });
  });
});
