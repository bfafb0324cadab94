import { KilledTenant } from "../reliability/killed-tenant";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

const declare = (kind: string, name: string, values: string, options: readonly string[] = []) =>
  `const ${name} = new ${kind}(${JSON.stringify(name)}, ${values}, { ${options.join(", ")} });`;

const erika = '{ username: "erika", fullName: "Erika", email: "e@users.example", organisation: county, role: "user" }';

/** `more`: of the organisation, the user and the bucket; they may be taken over when they are made anew. */
function stack(more: string, options: readonly string[] = []): Record<string, string> {
  return program(
    declare("Organisation", "county", `{ name: "Kreis Muster", parent: "1"${more} }`),
    declare("User", "erika", `{ ...${erika}${more} }`, options),
    declare("OrganisationMembers", "members", '{ organisation: county, members: [{ user: erika, role: "user" }] }'),
    declare(
      "Bucket",
      "roads",
      `{ organisation: county, name: "Roads", files: [{ name: "a.txt", content: "a" }]${more} }`,
      options,
    ),
  );
}

const kinds = { county: "Organisation", erika: "User", members: "OrganisationMembers", roads: "Bucket" };
const urnOf = (name: keyof typeof kinds) =>
  `urn:pulumi:dev::tenant::pulumi-nodejs:dynamic/haleconnect:${kinds[name]}::${name}`;
const up = ["up", "--yes", "--skip-preview", "--non-interactive"];
const adopting = ', adopt: "ifExists"';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), stack(adopting, ['replacementTrigger: "1"']));
  expect(await tenant.pulumi(up)).toMatchObject({ code: 0 });
});
afterAll(() => tenant.stop());

const idOf = async (name: keyof typeof kinds): Promise<string> => {
  const { resources } = (await tenant.stack.exportStack()).deployment as { resources: { urn: string; id: string }[] };
  return resources.find(({ urn }) => urn === urnOf(name))?.id ?? "";
};

/** What the state names is on the server, as declared. */
async function expectAllThere(): Promise<void> {
  expect((await tenant.pulumi(["preview", "--refresh", "--expect-no-changes", "--non-interactive"])).code).toBe(0);
  const county = await idOf("county");
  expect(await tenant.outOfBand.names()).toEqual(["Kreis Muster", "Operator"]);
  expect(await tenant.outOfBand.filesOf("data", "Roads")).toEqual(["a.txt"]);
  const profile = (await tenant.outOfBand.send("GET", `/accounts/v1/users/${await idOf("erika")}/profile`)) as Record<
    string,
    unknown
  >;
  expect(profile).toMatchObject({ username: "erika", orgRoles: { [county]: "user" } });
}

describe("a forced replacement of an object that may be taken over", () => {
  it("with `up --replace` for all keeps every object, says so, and loses nothing", async () => {
    const before = await Promise.all([idOf("county"), idOf("erika"), idOf("roads")]);
    const all = (["county", "erika", "members", "roads"] as const).flatMap((name) => ["--replace", urnOf(name)]);
    const { code, output } = await tenant.pulumi([...up, ...all]);
    expect(output).toMatch(/4 replaced/);
    for (const kind of Object.values(kinds)) {
      expect(output).toMatch(new RegExp(`${kind} \\S+ stays as it is: resource "\\w+" took it over`));
    }
    expect(code).toBe(0);
    expect(await Promise.all([idOf("county"), idOf("erika"), idOf("roads")])).toEqual(before);
    await expectAllThere();
  });

  it("with `pulumi state taint` does the same", async () => {
    expect(await tenant.pulumi(["state", "taint", urnOf("roads"), "--yes"])).toMatchObject({ code: 0 });
    const { code, output } = await tenant.pulumi(up);
    expect(`${code} ${output}`).toMatch(/^0 [^]*Bucket \S+ stays as it is[^]*1 replaced/);
    await expectAllThere();
  });

  it("with the option `replacementTrigger` does the same", async () => {
    tenant.edit(stack(adopting, ['replacementTrigger: "2"']));
    const { code, output } = await tenant.pulumi(up);
    expect(`${code} ${output}`).toMatch(/^0 /);
    expect(output).toMatch(/2 replaced/);
    await expectAllThere();
  });
});

describe("a forced replacement of an object that may not be taken over", () => {
  it("is refused, and no advice leads to a loss", async () => {
    tenant.edit(stack("", ['replacementTrigger: "2"']));
    const { code, output } = await tenant.pulumi([...up, "--replace", urnOf("roads")]);
    expect(output).toMatch(/HC4001 Bucket "Roads"[^]*is this resource's own/);
    expect(code).not.toBe(0);
    await expectAllThere();
  });

  it("with `deleteBeforeReplace` creates a new bucket with its files, and is refused first for a user", async () => {
    tenant.edit(stack("", ["deleteBeforeReplace: true", 'replacementTrigger: "2"']));
    const before = await idOf("roads");
    const { code, output } = await tenant.pulumi([...up, "--replace", urnOf("roads")]);
    expect(`${code} ${output}`).toMatch(
      /^0 [^]*Its files are deleted with it, and nobody can bring them back[^]*1 replaced/,
    );
    expect(await idOf("roads")).not.toBe(before);
    await expectAllThere();

    const refused = await tenant.pulumi([...up, "--replace", urnOf("erika")]);
    expect(refused.output).toMatch(/HC3003 user \d+ has the user name \\?"erika\\?"[^]*for ever/);
    expect(refused.code).not.toBe(0);
    await expectAllThere();
  });
});

describe("an engine that is killed between the creation and the deletion of a forced replacement", () => {
  const text = [
    'const { Organisation, Bucket } = require("pulumi-haleconnect");',
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1", adopt: "ifExists" });',
    'const files = [{ name: "a.txt", content: "a" }];',
    'new Bucket("roads", { organisation: county, name: "Roads", files, adopt: "ifExists" });',
  ].join("\n");
  let killed: KilledTenant;
  beforeAll(async () => {
    killed = KilledTenant.create(installedFolder(), text);
    await killed.prepare();
  });
  afterAll(() => killed.stop());

  it("loses nothing in the next `up`, and `destroy` deletes the stack's own objects", async () => {
    const forced = [...up, "--replace", urnOf("roads"), "--replace", urnOf("county")];
    await killed.beginWith("full");
    const requests = await killed.requestsOf(forced);
    await killed.beginWith("full");
    // The last one looks at the bucket, when the organisation has been taken over; no former copy is gone yet.
    expect(await killed.killAfter(requests, "engine", forced)).toBe("killed");
    expect(await killed.recover("engine")).toMatchObject({ code: 0 });
    expect(await killed.outOfBand.names()).toEqual(["Kreis Muster", "Operator"]);
    expect(await killed.outOfBand.filesOf("data", "Roads")).toEqual(["a.txt"]);
    expect(await killed.pulumi(["destroy", "--yes", "--skip-preview"])).toMatchObject({ code: 0 });
    expect(await killed.outOfBand.names()).toEqual(["Operator"]);
    expect(await killed.outOfBand.contents("data")).toEqual([]);
  });
});
