import { faultNames } from "../../emulator/server/fault-plan";
import { KilledTenant, up } from "../reliability/killed-tenant";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

/** Names of buckets are not unique on the platform, so that only the working name proves whose a bucket is. */
const bucket = (resource: string, name: string) =>
  `new Bucket(${JSON.stringify(resource)}, { organisation: "1", name: ${JSON.stringify(name)}, author: "Erika", files: [{ name: "a.txt", content: "a" }] });`;
const organisation = (name: string) =>
  `new Organisation("county", { name: ${JSON.stringify(name)}, parent: "1", description: "d", onReplace: "replace" });`;

describe("an organisation and a bucket are created once", () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await Tenant.start(installedFolder(), program());
  });
  afterAll(() => tenant.stop());

  /** Each takes the place of the last one's. */
  it.each(faultNames)("when their creation meets %s", async (fault) => {
    const [county, roads] = [`Kreis ${fault}`, `Roads ${fault}`];
    tenant.edit(program(organisation(county), bucket(roads, roads)));
    for (const operation of ["createSuborganisation", "store/data.createBucketWithOwner"]) {
      await tenant.fault({ operation, fault, seconds: fault === "slow" ? 1 : 0, times: 1 });
    }
    const { code, output } = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"], {
      HALECONNECT_TIMEOUT_SECONDS: "2",
    });
    expect(`${code} ${code === 0 ? "" : output}`).toBe("0 ");
    expect(output).toMatch(/created|replaced/);
    expect(await tenant.faultsLeft()).toEqual([]);
    expect((await tenant.outOfBand.organisations()).filter(({ name }) => name === county)).toHaveLength(1);
    expect(await tenant.outOfBand.contents("data")).toEqual([roads]);
    expect(await tenant.outOfBand.filesOf("data", roads)).toEqual(["a.txt"]);
  });
});

describe("a bucket, a schema and a project are created once if the process is killed", () => {
  const kinds = [
    {
      store: "data",
      create: "store/data.createBucketWithOwner",
      name: "store/data.setBucketName",
      line: bucket("roads", "Roads"),
    },
    {
      store: "schemas",
      create: "createSchema",
      name: "updateSchema",
      line: 'new Schema("roads", { organisation: "1", name: "Roads", preset: "inspire-ad-4.0" });',
    },
    {
      store: "projects",
      create: "store/projects.createBucketWithOwner",
      name: "store/projects.setBucketName",
      line: 'new TransformationProject("roads", { organisation: "1", name: "Roads", files: [{ name: "a.halex", content: "<hale-project version=\\"5.4.0\\"><name>A</name></hale-project>" }] });',
    },
  ] as const;

  describe.each(kinds)("$store", ({ store, create, name, line }) => {
    let tenant: KilledTenant;
    beforeAll(async () => {
      tenant = KilledTenant.create(installedFolder(), program(line)["index.js"]);
      await tenant.prepare("empty");
    });
    afterAll(() => tenant.stop());

    it.each([
      ["once it is created", "provider", () => tenant.killOnce(create, "provider", up)],
      ["before it is named", "provider", () => tenant.killBefore(name, "provider", up)],
      ["once it is created", "engine", () => tenant.killOnce(create, "engine", up)],
      ["once it is named", "engine", () => tenant.killOnce(name, "engine", up)],
    ] as const)("%s, the %s", async (_when, victim, kill) => {
      await tenant.beginWith("empty");
      expect(await kill()).toBe("killed");
      const [begun, ...others] = await tenant.outOfBand.contents(store);
      expect(begun).toMatch(/^Roads( \(in creation .+\))?$/);
      expect(others).toEqual([]);

      const { code, output } = await tenant.recover(victim);
      expect(`${code ?? ""} ${code === 0 ? "" : output}`).toBe("0 ");
      expect(await tenant.outOfBand.contents(store)).toEqual(["Roads"]);
    });
  });
});
