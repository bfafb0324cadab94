import { Readable } from "node:stream";
import { resources, store, workflows } from "../../../provider/contract";
import type { Values } from "../../../provider/kinds";
import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
let dataset: string;
beforeEach(async () => {
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
  dataset = await aDataset("Roads", await aTheme());
});
afterEach(() => tenant.stop());

const ofOperator = { ownerType: "org", ownerId: "1" } as const;

const aTheme = async (more: object = {}) =>
  (await tenant.byHand.call(resources.createTheme, { path: ofOperator, body: { name: "Traffic", ...more } })).id;

async function aDataset(name: string, theme?: string, isEmpty = false): Promise<string> {
  const { createBucketWithOwner, setBucketProperty, replaceFile } = store.data;
  const { bucket = "" } = await tenant.byHand.call(createBucketWithOwner, { path: ofOperator, body: { name } });
  const path = { ...ofOperator, bucketId: bucket };
  if (theme !== undefined) {
    await tenant.byHand.call(setBucketProperty, { path: { ...path, property: "theme" }, body: theme });
  }
  if (isEmpty) {
    return `data/org.1.${bucket}`;
  }
  const bytes = Buffer.from("<roads/>");
  const body = { name: "roads.xml", bytes: bytes.length, type: "application/xml", open: () => Readable.from([bytes]) };
  await tenant.byHand.call(replaceFile, { path: { ...path, file: "roads.xml" }, body });
  return `data/org.1.${bucket}`;
}

const service = (more: Values = {}, name = "maps"): Declaration => ({
  kind: "PublishedService",
  name,
  values: () => ({ dataset, type: "wms", ...more }),
});
const control = async (path: string, method = "GET", body?: object) => {
  const headers = { "content-type": "application/json" };
  const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
  return (await fetch(`${tenant.emulator.url}/_emulator${path}`, { method, ...sent })).json();
};
const order = (job: object) => control("/jobs", "POST", job);
const jobs = async () => (await tenant.byHand.list(workflows.getJobs, {})).items;
const publications = async () => (await jobs()).filter(({ type }) => type === "publication").length;
const published = async () =>
  (await tenant.byHand.list(workflows.getPublishedServices, { query: { state: "published" } })).items;
const start = (type: "publication" | "unpublication") =>
  tenant.byHand.call(workflows.startJob, {
    body: { type, resourceType: "Bucket", resource: dataset.slice("data/".length), parameters: { service: "wms" } },
  });
const outputs = (name = "maps") => stack.states.get(name)?.outputs ?? {};

describe("a published service", () => {
  it("is published as declared, once, and taken from the net", async () => {
    const declared = service({ access: "organisationToken" });
    await stack.up([declared]);
    await stack.up([declared], { refresh: true });
    expect(await published()).toMatchObject([{ type: "wms", access: { type: "organisationToken" } }]);
    expect(await publications()).toBe(1);
    expect(outputs()).toMatchObject({
      category: "view",
      address: expect.stringContaining("/ows/services/org.1.") as string,
      capabilities: expect.stringContaining("GetCapabilities") as string,
    });
    await stack.destroy();
    expect(await published()).toEqual([]);
  });

  it.each([
    ["the dataset that it shows", "datasetRevision", "1", "2"],
    ["a trigger", "triggers", ["one"], ["one", "two"]],
  ])("is published again when %s changes, and not otherwise", async (_what, field, before, after) => {
    await stack.up([service()]);
    await stack.up([service({ [field]: before })]);
    await stack.up([service({ [field]: before })]);
    expect(await publications()).toBe(2);
    await stack.up([service({ [field]: after })]);
    expect(await publications()).toBe(3);
    await stack.up([service({ [field]: after })]);
    await stack.up([service()]);
    expect(await publications()).toBe(3);
  });

  it("is published again with another access, which is in force then", async () => {
    await stack.up([service({ access: "open" })]);
    const login = { access: "password", accessUser: "maps", accessPassword: "Sunshine-42" };
    await stack.up([service(login)]);
    expect(await published()).toMatchObject([{ access: { type: "password", user: "maps" } }]);
    expect(await publications()).toBe(2);
    await stack.up([service({ ...login, accessPasswordVersion: 2 })]);
    expect(await publications()).toBe(3);
    expect(JSON.stringify(outputs())).not.toContain("Sunshine");
  });

  it("warns of another password only if it is not sent", async () => {
    const warn = jest.spyOn(console, "warn").mockReturnValue();
    const said = () => warn.mock.calls.map(String).filter((text) => text.includes("does not send it"));
    const login = { access: "password", accessUser: "maps", accessPassword: "Sunshine-42" };
    await stack.up([service(login)]);
    await stack.preview([service({ ...login, accessUser: "charts", accessPassword: "Moonshine-42" })]);
    await stack.preview([service({ ...login, triggers: ["one"], accessPassword: "Moonshine-42" })]);
    expect(said()).toEqual([]);
    await stack.preview([service({ ...login, accessPassword: "Moonshine-42" })]);
    expect(said()).toHaveLength(1);
    warn.mockRestore();
  });

  it("that somebody took from the net, or whose access somebody changed, is drift", async () => {
    const declared = service({ access: "organisationToken" });
    await stack.up([declared]);
    await start("unpublication");
    await stack.up([declared], { refresh: true });
    expect(await published()).toMatchObject([{ access: { type: "organisationToken" } }]);
    const serviceId = stack.idOf("maps");
    await tenant.byHand.call(workflows.setServiceAccess, { path: { serviceId }, body: { type: "open" } });
    await start("publication");
    await stack.up([declared], { refresh: true });
    expect(await published()).toMatchObject([{ access: { type: "organisationToken" } }]);
  });

  it("waits for a publication of its own whose start an interruption hid, and starts none beside it", async () => {
    await order({ looks: 2 });
    await control("/faults", "POST", { operation: "startJob", fault: "reset-after" });
    await stack.up([service()]);
    expect(await published()).toHaveLength(1);
    expect(await publications()).toBe(1);
  });

  it("waits for a publication that somebody else began, and publishes then what it shows now", async () => {
    await stack.up([service({ triggers: ["one"] })]);
    await order({ looks: 2 });
    await start("publication");
    await stack.up([service({ triggers: ["two"] })]);
    const [own, other] = await jobs();
    expect(await publications()).toBe(3);
    expect(own?.created).toBeGreaterThanOrEqual(other?.finished ?? Infinity);
  });

  it("is published with the declared access, although somebody set another one for the next time", async () => {
    const declared = { access: "organisationToken", triggers: ["one"] };
    await stack.up([service(declared)]);
    await tenant.byHand.call(workflows.setServiceAccess, {
      path: { serviceId: stack.idOf("maps") },
      body: { type: "open" },
    });
    await stack.up([service({ ...declared, triggers: ["two"] })]);
    expect(await published()).toMatchObject([{ access: { type: "organisationToken" } }]);
  });

  it("fails with the end of the job's log, and the next `up` publishes", async () => {
    await order({ outcome: "failed", message: "no space left" });
    await expect(stack.up([service()])).rejects.toThrow(/HC7001[^]*error: The publication failed: no space left/);
    await stack.up([service()]);
    expect(await published()).toHaveLength(1);
  });

  it("fails when the job is not over in time, and names `timeoutSeconds`", async () => {
    await order({ outcome: "endless" });
    await expect(stack.up([service({ timeoutSeconds: 1 })])).rejects.toThrow(/HC7002[^]*`timeoutSeconds`/);
  });

  it("that was not published in time is waited for in the next `up`, and starts no second job", async () => {
    await order({ looks: 8 });
    await expect(stack.up([service({ timeoutSeconds: 1 })])).rejects.toThrow(/HC6001[^]*HC7002/);
    await control("/jobs", "DELETE");
    await stack.up([service()]);
    expect(await published()).toHaveLength(1);
    expect(await publications()).toBe(1);
    expect(outputs()).toMatchObject({ category: "view" });
  });

  it("that appears after the run gave up belongs to the stack", async () => {
    await order({ looks: 8 });
    await expect(stack.up([service({ timeoutSeconds: 1 })])).rejects.toThrow(/HC7002/);
    await control("/jobs", "DELETE");
    await stack.destroy();
    expect(await published()).toEqual([]);
  });

  it("whose publication still runs is not published after a `destroy`", async () => {
    await order({ outcome: "endless" });
    await expect(stack.up([service({ timeoutSeconds: 1 })])).rejects.toThrow(/HC7002/);
    await stack.destroy();
    expect((await jobs()).map(({ type, state }) => [type, state]).reverse()).toEqual([
      ["publication", "cancelled"],
      ["unpublication", "successful"],
    ]);
  });

  it("is taken from the net although somebody's publication fails meanwhile", async () => {
    await stack.up([service()]);
    await order({ looks: 2, outcome: "failed" });
    await start("publication");
    await stack.destroy();
    expect(await published()).toEqual([]);
  });

  it.each([
    ["is published again", "2", 2],
    ["is not published again", "1", 1],
  ])("that a killed run began %s if its dataset is now in revision %s", async (_what, datasetRevision, expected) => {
    await order({ looks: 8 });
    const begun = service({ datasetRevision: "1", timeoutSeconds: 1 });
    await expect(stack.up([begun])).rejects.toThrow(/HC7002/);
    await control("/jobs", "DELETE");
    // The engine never got to know of it; the journal did.
    stack.states.delete("maps");
    await stack.up([service({ datasetRevision })]);
    await stack.up([service({ datasetRevision })], { refresh: true });
    expect(await publications()).toBe(expected);
  });

  it("that exists is taken over without a publication, and published when a reason changes after that", async () => {
    await start("publication");
    const adopted = (more: Values) => service({ adopt: "ifExists", triggers: ["one"], datasetRevision: "1", ...more });
    await stack.preview([adopted({})]);
    await stack.up([adopted({})]);
    await stack.up([adopted({})], { refresh: true });
    expect(await publications()).toBe(1);
    await stack.up([adopted({ triggers: ["two"] })]);
    expect(await publications()).toBe(2);
  });

  it("is refreshed from one list, however many there are", async () => {
    const names = ["wms", "wfs", "ogcapiFeatures", "predefinedDataset"];
    await stack.up(names.map((type) => service({ type }, type)));
    await control("/requests", "DELETE");
    await stack.refresh();
    const { operations } = (await control("/requests")) as { operations: Record<string, number> };
    expect(operations).toMatchObject({ getPublishedServices: 1 });
    expect(operations).not.toHaveProperty("getPublishedService");
  });
});

describe("the preview refuses", () => {
  it("a dataset without a theme, and one that is not there", async () => {
    dataset = await aDataset("Without a theme");
    await expect(stack.preview([service()])).rejects.toThrow(/HC3003[^]*has no theme/);
    dataset = "data/org.1.4711";
    await expect(stack.preview([service()])).rejects.toThrow(/HC3003[^]*there is no dataset/);
  });

  it.each([
    ["that publishes only metadata", { metadataOnly: true }, /publishes only metadata/],
    ["without such a service", { downloadServices: [{ type: "wfs" }] }, /has the services wfs, and not wms/],
  ])("a dataset with a theme %s", async (_which, more, expected) => {
    dataset = await aDataset("Streets", await aTheme({ name: "Streets", ...more }));
    await expect(stack.preview([service()])).rejects.toThrow(expected);
    expect(await jobs()).toEqual([]);
  });

  it("a type that there is not, and a login that is not whole", async () => {
    await expect(stack.preview([service({ type: "wcs" })])).rejects.toThrow(/wms/);
    await expect(stack.preview([service({ access: "password", accessUser: "maps" })])).rejects.toThrow(
      /accessPassword/,
    );
    await expect(stack.preview([service({ accessUser: "maps" })])).rejects.toThrow(/accessUser/);
  });
});

describe("a dataset without a file", () => {
  const file: Declaration = {
    kind: "BucketFile",
    name: "file",
    values: () => ({ bucket: dataset, name: "roads.xml", source: { content: "<roads/>" } }),
  };
  let warn: jest.SpyInstance;
  beforeEach(async () => {
    dataset = await aDataset("Empty", await aTheme({ name: "Empty" }), true);
    warn = jest.spyOn(console, "warn").mockReturnValue();
  });
  afterEach(() => warn.mockRestore());
  const said = () => warn.mock.calls.map(String).filter((text) => /has no file[^]*`dependsOn`/.test(text));

  it("is only warned of, since a later resource may bring one; the job says it if none came", async () => {
    await stack.preview([service(), file]);
    expect(said()).toHaveLength(1);
    await expect(stack.up([service()])).rejects.toThrow(/HC7001[^]*The dataset has no file/);
    await stack.up([file, service()]);
    expect(await published()).toHaveLength(1);
  });

  it("is no matter if an earlier resource of the same run brings one", async () => {
    await stack.preview([file, service()]);
    expect(said()).toEqual([]);
  });
});
