import { faultNames } from "../../emulator/server/fault-plan";
import { KilledTenant, up } from "../reliability/killed-tenant";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

/** Names of buckets are not unique on the platform, so that only the working name proves whose a bucket is. */
const bucket = (resource: string, name: string) =>
  `new Bucket(${JSON.stringify(resource)}, { organisation: "1", name: ${JSON.stringify(name)}, author: "Erika", files: [{ name: "a.txt", content: "a" }] });`;
const organisation = (name: string) =>
  `new Organisation(${JSON.stringify(name)}, { name: ${JSON.stringify(name)}, parent: "1", description: "d" });`;

describe("an organisation and a bucket are created once", () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await Tenant.start(installedFolder(), program());
  });
  afterAll(() => tenant.stop());

  const create = ["createSuborganisation", "store/data.createBucketWithOwner"];
  /** Two for each fault, since only every other call meets one. */
  const names = (what: string) =>
    faultNames.flatMap((_, index) => [`${what} ${100 + index}`, `${what} ${200 + index}`]);

  /** A call between two faults lets a creation that is repeated come to its end. */
  it("when their creations meet every fault that a network and a server have", async () => {
    tenant.edit(program(...names("Kreis").map(organisation), ...names("Roads").map((name) => bucket(name, name))));
    for (const operation of create) {
      for (const [after, fault] of faultNames.entries()) {
        await tenant.fault({ operation, fault, seconds: fault === "slow" ? 1 : 0, after });
      }
    }
    const { code, output } = await tenant.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"], {
      HALECONNECT_TIMEOUT_SECONDS: "2",
    });
    expect(`${code} ${code === 0 ? "" : output}`).toBe("0 ");
    expect(await tenant.faultsLeft()).toEqual([]);
    expect((await tenant.outOfBand.names()).filter((name) => name !== "Operator").sort()).toEqual(
      names("Kreis").sort(),
    );
    expect((await tenant.outOfBand.contents("data")).toSorted()).toEqual(names("Roads").sort());
    for (const name of names("Roads")) {
      expect(await tenant.outOfBand.filesOf("data", name)).toEqual(["a.txt"]);
    }
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
