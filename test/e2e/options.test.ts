import fs from "node:fs";
import path from "node:path";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

/** What docs/options.md says of Pulumi's options, with the real engine; those that reach the provider are tried for each kind elsewhere. */
let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), program());
});
afterAll(() => tenant.stop());

const up = ["up", "--yes", "--skip-preview", "--non-interactive"];
const urnOf = (kind: string, name: string) =>
  `urn:pulumi:dev::tenant::pulumi-nodejs:dynamic/haleconnect:${kind}::${name}`;

async function run(lines: readonly string[], args: readonly string[] = up) {
  tenant.edit(program(...lines));
  await tenant.requests();
  const { code, output } = await tenant.pulumi(args);
  return { code, output, writes: writesIn(await tenant.requests()) };
}

/** Operations that change something; what only looks is named so. */
const writesIn = (operations: readonly string[]): string[] =>
  operations.filter((it) => !/^(get|list|login|preview|check|find|download)|^(GET|HEAD) /i.test(it));

async function done(lines: readonly string[], args?: readonly string[]) {
  const result = await run(lines, args);
  expect(`${result.code} ${result.output}`).toMatch(/^0 /);
  return result;
}

const county = (values: object = {}, options = "") =>
  `const county = new Organisation("county", ${JSON.stringify({ name: "Kreis Muster", parent: "1", ...values })}, {${options}});`;
const secretAndProtected = 'additionalSecretOutputs: ["description"], protect: true';
const names = () => tenant.outOfBand.names();
const exported = async (name: string): Promise<{ readonly outputs: Readonly<Record<string, unknown>> }> => {
  const { resources } = (await tenant.stack.exportStack()).deployment as {
    resources: { urn: string; outputs: Record<string, unknown> }[];
  };
  return resources.find(({ urn }) => urn.endsWith(`::${name}`)) ?? { outputs: {} };
};

describe("the options of the engine, on one organisation", () => {
  it("`customTimeouts` has no effect here, and `dependsOn` orders the work", async () => {
    await done([
      county({ description: "a" }, 'customTimeouts: { create: "1ms" }'),
      'new Organisation("after", { name: "After", parent: "1" }, { dependsOn: [county] });',
    ]);
    const { created: first } = (await tenant.outOfBand.organisation("Kreis Muster")) as { created?: number };
    const { created: second } = (await tenant.outOfBand.organisation("After")) as { created?: number };
    expect(second).toBeGreaterThanOrEqual(first ?? Infinity);
  });

  it("`replaceOnChanges` has no effect, and the constructor says so", async () => {
    const { output } = await done([county({ description: "b" }, 'replaceOnChanges: ["description"]')]);
    expect(output).toMatch(/replaceOnChanges of resource "county" has no effect[^]*description is made in place/);
    expect(output).toMatch(/1 updated/);
    expect(await names()).toEqual(["Kreis Muster", "Operator"]);
  });

  it("`hideDiffs` hides the property, and `--target` leaves everything else alone", async () => {
    const other = 'new Organisation("other", { name: "Other", parent: "1" });';
    const lines = [county({ description: "hidden text" }, 'hideDiffs: ["description"]'), other];
    const { output } = await done(lines, [...up, "--diff", "--target", urnOf("Organisation", "county")]);
    expect(output).not.toContain("hidden text");
    expect(await names()).toEqual(["Kreis Muster", "Operator"]);
    expect((await tenant.outOfBand.organisation("Kreis Muster")).description).toBe("hidden text");
  });

  it("`ignoreChanges` keeps the state's values, and `aliases` give the object to another name", async () => {
    const { writes, output } = await done([
      'new Organisation("renamed", { name: "Kreis Muster", parent: "1", description: "ignored" }, { ignoreChanges: ["description"], aliases: [{ name: "county" }] });',
    ]);
    expect(output).toMatch(/1 unchanged|2 unchanged/);
    expect(writes).toEqual([]);
    await done([county({ description: "hidden text" }, 'aliases: [{ name: "renamed" }]')]);
    expect((await tenant.outOfBand.organisation("Kreis Muster")).description).toBe("hidden text");
  });

  it("`additionalSecretOutputs` encrypts an output in the state", async () => {
    const { writes, output } = await done([county({ description: "secret" }, secretAndProtected)]);
    expect(output).not.toMatch(/Its deletion cannot be undone/);
    expect(writes).toHaveLength(1);
    // As the export shows a secret, which it is in the state.
    expect((await exported("county")).outputs["description"]).toEqual({
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      plaintext: '"secret"',
    });
  });

  it("`import` is refused by the constructor, before anything is sent", async () => {
    const { code, output, writes } = await run([
      county({ description: "secret" }, secretAndProtected),
      'new Organisation("found", { name: "Other", parent: "1" }, { import: "1" });',
    ]);
    expect(output).toMatch(/HC3006/);
    expect(output).not.toMatch(/toJavaScript/);
    expect([code === 0, writes]).toEqual([false, []]);
  });

  it("`protect` refuses the deletion before any request", async () => {
    const { code, output, writes } = await run([]);
    expect(output).toMatch(/protect/);
    expect([code === 0, writes]).toEqual([false, []]);
  });

  it("`retainOnDelete` leaves the object, and sends nothing", async () => {
    await done([county({ description: "secret" }, "retainOnDelete: true")]);
    expect((await done([])).writes).toEqual([]);
    expect(await names()).toEqual(["Kreis Muster", "Operator"]);
  });
});

describe("the journal of a run that changes nothing", () => {
  it("is written when Pulumi ends the provider, and does not change afterwards", async () => {
    const journal = () => fs.readFileSync(path.join(tenant.folder, ".haleconnect/journal/tenant/dev.jsonl"), "utf8");
    const lines = [county({ adopt: "ifExists", description: "known" })];
    await done(lines);
    await done(lines);
    const known = journal();
    expect(known.trim().split("\n").at(-1)).toMatch(/^{"has":/);
    await done(lines, ["preview", "--non-interactive"]);
    await done(lines);
    expect(journal()).toBe(known);
    await done([]);
  });
});

describe("an object that goes with another resource", () => {
  const adopted = county({ adopt: "required", onDestroy: "delete" });
  const town = (options: string) => `new Organisation("town", { name: "Stadt", parent: county }, {${options}});`;
  const roads = 'const roads = new Bucket("roads", { organisation: county, name: "Roads" });';
  const file = (options: string) =>
    `new BucketFile("file", { bucket: roads, name: "a.txt", source: { content: "a" } }, {${options}});`;

  it("with `deletedWith` needs no deletion of its own: a file goes with its bucket, an organisation with its parent", async () => {
    await done([adopted, town("deletedWith: county"), roads, file("deletedWith: roads")]);
    const { output, writes } = await done([adopted]);
    expect(output).toMatch(
      /Together with Bucket \S+, the provider deletes objects in it that this stack made[^]*a\.txt/,
    );
    expect(writes.filter((it) => /deleteFile/.test(it))).toEqual([]);
    expect(await tenant.outOfBand.contents("data")).toEqual([]);
  });

  it("with `retainOnDelete` stays, even after the preview of a program that has dropped the option", async () => {
    const bucket = 'const roads = new Bucket("roads", { organisation: county, name: "Kept" });';
    await done([adopted, bucket, file("retainOnDelete: true, deletedWith: roads")]);
    await done([adopted, bucket, file("")], ["preview", "--non-interactive"]);
    tenant.edit(program(adopted, bucket, file("retainOnDelete: true, deletedWith: roads")));
    const { code, output } = await run([adopted]);
    expect(output).toMatch(/HC5003[^]*a\.txt/);
    expect(code).not.toBe(0);
    expect(await tenant.outOfBand.filesOf("data", "Kept")).toEqual(["a.txt"]);
  });

  it("goes with its container if `pulumi state delete` forgot it", async () => {
    const bucket = 'const roads = new Bucket("roads", { organisation: county, name: "Kept" });';
    const fresh = 'const more = new Bucket("more", { organisation: county, name: "More" });';
    const inIt = 'new BucketFile("inIt", { bucket: more, name: "b.txt", source: { content: "b" } });';
    await done([adopted, bucket, fresh, inIt]);
    await done([adopted, bucket, fresh, inIt], ["state", "delete", urnOf("BucketFile", "inIt"), "--yes"]);
    const { output } = await done([adopted, bucket]);
    expect(output).toMatch(/the provider deletes objects in it that this stack made[^]*b\.txt/);
    expect(await tenant.outOfBand.contents("data")).toEqual(["Kept"]);
  });
});
