import { Readable } from "node:stream";
import { store, workflows } from "../../../provider/contract";
import type { Values } from "../../../provider/kinds";
import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
let dataset: string;
beforeEach(async () => {
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
  dataset = await aDataset("<roads/>");
});
afterEach(() => tenant.stop());

const ofOperator = { ownerType: "org", ownerId: "1" } as const;
const sound = { author: "County", description: "The roads" };

/** With all that a validation asks for, unless its file says otherwise. */
async function aDataset(content: string, properties: Record<string, string> = sound): Promise<string> {
  const { createBucketWithOwner, setBucketProperty, replaceFile } = store.data;
  const { bucket = "" } = await tenant.byHand.call(createBucketWithOwner, {
    path: ofOperator,
    body: { name: "Roads" },
  });
  const path = { ...ofOperator, bucketId: bucket };
  for (const [property, body] of Object.entries(properties)) {
    await tenant.byHand.call(setBucketProperty, { path: { ...path, property }, body });
  }
  const bytes = Buffer.from(content);
  const body = { name: "roads.xml", bytes: bytes.length, type: "application/xml", open: () => Readable.from([bytes]) };
  await tenant.byHand.call(replaceFile, { path: { ...path, file: "roads.xml" }, body });
  return `data/org.1.${bucket}`;
}

const run = (more: Values = {}): Declaration => ({
  kind: "WorkflowRun",
  name: "check",
  values: () => ({ dataset, type: "validation", ...more }),
});
const control = (path: string, method: string, body?: object) =>
  fetch(`${tenant.emulator.url}/_emulator${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
const order = (job: object) => control("/jobs", "POST", job);
const jobs = async () => (await tenant.byHand.list(workflows.getJobs, {})).items;
const states = async () => (await jobs()).map(({ state }) => state).reverse();
const outputs = () => stack.states.get("check")?.outputs ?? {};

describe("a workflow run", () => {
  it("runs once, and tells how it ended", async () => {
    await stack.up([run()]);
    await stack.up([run()], { refresh: true });
    await stack.preview([run()]);
    const [job, ...others] = await jobs();
    expect(others).toEqual([]);
    expect(outputs()).toMatchObject({ job: job?.id, revision: job?.id, state: "successful", errors: 0, warnings: 0 });
  });

  it.each([
    ["triggers", ["one"], ["two"]],
    ["datasetRevision", "1", "2"],
  ])("runs again when `%s` change", async (field, before, after) => {
    await stack.up([run({ [field]: before })]);
    const first = outputs()["revision"];
    await stack.up([run({ [field]: before })]);
    expect(await jobs()).toHaveLength(1);
    await stack.up([run({ [field]: after })]);
    expect(await jobs()).toHaveLength(2);
    expect(outputs()["revision"]).not.toBe(first);
  });

  it("waits until its job is over", async () => {
    await order({ looks: 2 });
    await stack.up([run()]);
    expect(outputs()).toMatchObject({ state: "successful" });
  });

  it("fails with the end of the job's log; the next `up` starts a new job", async () => {
    await order({ outcome: "failed", message: "no space left" });
    await expect(stack.up([run()])).rejects.toThrow(/HC6001[^]*HC7001[^]*error: The validation failed: no space left/);
    await stack.up([run()]);
    expect(await states()).toEqual(["failed", "successful"]);
  });

  it("goes on with the same job after it was not over in time", async () => {
    await order({ looks: 8 });
    await expect(stack.up([run({ timeoutSeconds: 1 })])).rejects.toThrow(/HC7002[^]*`timeoutSeconds`/);
    await control("/jobs", "DELETE");
    await stack.up([run({ timeoutSeconds: 1 })]);
    expect(await states()).toEqual(["successful"]);
  });

  it("finds the job again whose start an interruption hid", async () => {
    await control("/faults", "POST", { operation: "startJob", fault: "reset-after" });
    await stack.up([run()]);
    expect(await states()).toEqual(["successful"]);
  });

  it("starts a new job if the platform lost the one that it waited for", async () => {
    await order({ looks: 1, vanishes: true });
    await expect(stack.up([run()])).rejects.toThrow(/HC7004/);
    await stack.up([run()]);
    expect(await states()).toEqual(["successful"]);
  });

  it("whose job is no longer in the history is no drift, and can be deleted", async () => {
    await stack.up([run()]);
    const before = outputs();
    await control("/jobs/history", "DELETE");
    await stack.up([run()], { refresh: true });
    expect(outputs()).toEqual(before);
    expect(await jobs()).toEqual([]);
    await stack.destroy();
  });

  it("is cancelled by `destroy` only while its job runs", async () => {
    await stack.up([run()]);
    await control("/requests", "DELETE");
    await stack.destroy();
    const { operations } = (await (await control("/requests", "GET")).json()) as { operations: object };
    expect(operations).not.toHaveProperty("cancelJob");
    await order({ outcome: "endless" });
    await expect(stack.up([run({ timeoutSeconds: 1 })])).rejects.toThrow(/HC7002/);
    await stack.destroy();
    expect(await states()).toEqual(["successful", "cancelled"]);
  });
});

describe("a transformation", () => {
  const aProject = async () => {
    const { createBucketWithOwner } = store.projects;
    const made = await tenant.byHand.call(createBucketWithOwner, { path: ofOperator, body: { name: "Coordinates" } });
    return `org.1.${made.transformationproject ?? ""}`;
  };

  it("waits for the one that somebody else started, and then starts its own", async () => {
    const project = await aProject();
    await order({ looks: 2 });
    const resource = dataset.slice("data/".length);
    await tenant.byHand.call(workflows.startJob, {
      body: { type: "transformation", resourceType: "Bucket", resource, parameters: { project } },
    });
    await stack.up([run({ type: "transformation", project: `projects/${project}` })]);
    expect(await states()).toEqual(["successful", "successful"]);
  });
});

describe("a validation", () => {
  it("with errors fails the run, and runs again when the dataset is mended", async () => {
    dataset = await aDataset("<roads>");
    await expect(stack.up([run()])).rejects.toThrow(/HC7003[^]*found 1 errors[^]*error: roads\.xml:1:/);
    await expect(stack.up([run()])).rejects.toThrow(/HC7003/);
    expect(await jobs()).toHaveLength(2);
    await stack.up([run({ failOn: "never" })]);
    expect(outputs()).toMatchObject({ state: "successful", errors: 1 });
  });

  it("with warnings fails the run only if it is told to", async () => {
    dataset = await aDataset("<roads/>", {});
    await stack.up([run()]);
    expect(outputs()).toMatchObject({ errors: 0, warnings: 2 });
    await expect(stack.up([run({ failOn: "warning" })])).rejects.toThrow(/HC7003[^]*has no description/);
  });
});

describe("the preview refuses", () => {
  it("a dataset and a project that are not there, and a project in the wrong place", async () => {
    const transformation = { type: "transformation", project: "projects/org.1.4711" };
    await expect(stack.preview([run(transformation)])).rejects.toThrow(/HC3003[^]*no transformation project/);
    await expect(stack.preview([run({ type: "transformation" })])).rejects.toThrow(/is needed for a transformation/);
    await expect(stack.preview([run({ project: "projects/org.1.4711" })])).rejects.toThrow(/does not belong/);
    await expect(stack.preview([run({ type: "statusUpdate", failOn: "never" })])).rejects.toThrow(
      /`failOn`[^]*does not belong to a statusUpdate/,
    );
    dataset = "data/org.1.4711";
    await expect(stack.preview([run()])).rejects.toThrow(/HC3003[^]*there is no dataset/);
  });
});
