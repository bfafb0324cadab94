import { Readable } from "node:stream";
import { createClient, readSettings, type Client } from "../../../provider/client";
import { resources, store, workflows } from "../../../provider/contract";
import { lookUpWorkflows } from "../../../provider/functions/workflows/look-up";
import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";

let emulator: Emulator;
let client: Client;
let combinedId = "";
let validation = "";
let wms = "";
beforeAll(async () => {
  emulator = await startForTest();
  client = createClient(
    readSettings({
      HALECONNECT_URL: emulator.url,
      HALECONNECT_USERNAME: emulator.username,
      HALECONNECT_PASSWORD: emulator.password,
    }),
  );
  const owner = { ownerType: "org", ownerId: "1" } as const;
  const theme = await client.call(resources.createTheme, { path: owner, body: { name: "Traffic" } });
  const { bucket = "" } = await client.call(store.data.createBucketWithOwner, { path: owner, body: { name: "Roads" } });
  const path = { ...owner, bucketId: bucket };
  combinedId = `org.1.${bucket}`;
  await client.call(store.data.setBucketProperty, { path: { ...path, property: "theme" }, body: theme.id });
  const bytes = Buffer.from("<roads>");
  const file = { name: "roads.xml", bytes: bytes.length, type: "application/xml", open: () => Readable.from([bytes]) };
  await client.call(store.data.replaceFile, { path: { ...path, file: "roads.xml" }, body: file });
  const resource = { resourceType: "Bucket", resource: combinedId } as const;
  validation = (await client.call(workflows.startJob, { body: { ...resource, type: "validation" } })).id;
  const publication = { ...resource, type: "publication", parameters: { service: "wms" } } as const;
  wms = (await client.call(workflows.startJob, { body: publication })).result ?? "";
});
afterAll(async () => {
  client.close();
  await emulator.close();
});

const ask = () => lookUpWorkflows(client);
const dataset = () => `data/${combinedId}`;

it("getJobs lists jobs by dataset, organisation, type and state, the newest first", async () => {
  const all = await ask().listJobs({});
  expect(all.map(({ type }) => type)).toEqual(["publication", "validation"]);
  expect(all[1]).toMatchObject({ id: validation, dataset: dataset(), state: "successful", errors: 1, warnings: 2 });
  expect(await ask().listJobs({ dataset: dataset(), type: "validation" })).toHaveLength(1);
  expect(await ask().listJobs({ organisation: "1", state: "failed" })).toEqual([]);
});

it("getJob has the log and the findings", async () => {
  const found = await ask().findJob({ id: validation });
  expect(found.log.at(-1)).toMatchObject({ level: "info", message: "The validation is done." });
  expect(found.findings).toContainEqual(
    expect.objectContaining({ level: "error", part: "data", where: expect.stringMatching(/^roads\.xml:1:/) as string }),
  );
  await expect(ask().findJob({ id: "4711" })).rejects.toThrow(/HC3005[^]*job 4711/);
});

it("getTestRuns lists what was tested", async () => {
  expect(await ask().listTestRuns({ dataset: dataset() })).toMatchObject([
    { part: "datasetMetadata", result: "passedWithWarnings", job: validation },
    { part: "data", result: "failed", dataset: dataset() },
  ]);
  expect(await ask().listTestRuns({ organisation: "4711" })).toEqual([]);
});

it("getMonitoring tells whether a service is available", async () => {
  expect(await ask().monitoringOf({ service: wms })).toMatchObject({ service: wms, state: "available" });
  await expect(ask().monitoringOf({ service: "org.1.4711_wms" })).rejects.toThrow(/HC3005/);
});

it("getPublishedServices lists services with their addresses", async () => {
  expect(await ask().listServices({ dataset: dataset() })).toMatchObject([
    { id: wms, type: "wms", category: "view", access: "open", address: expect.stringContaining(wms) as string },
  ]);
  expect(await ask().listServices({ organisation: "4711" })).toEqual([]);
});

it("the arguments are checked before anything is asked", async () => {
  await expect(ask().listJobs({ type: "nap" })).rejects.toThrow(/HC3001[^]*one of transformation, validation/);
  await expect(ask().listServices({ dataset: "schemas/org.1.4711" })).rejects.toThrow(/HC3001[^]*data\/org/);
});
