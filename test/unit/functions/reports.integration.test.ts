import { Readable } from "node:stream";
import type { Emulator } from "../../../emulator";
import { createClient, readSettings, type Client } from "../../../provider/client";
import { resources, store, workflows } from "../../../provider/contract";
import { lookUpReports } from "../../../provider/functions/reports/look-up";
import { startForTest } from "../../support/emulator";

let emulator: Emulator;
let client: Client;
let dataset = "";
const now = () => Date.UTC(2026, 10, 2, 12);
const ask = () => lookUpReports(client, now);
const owner = { ownerType: "org", ownerId: "1" } as const;

beforeAll(async () => {
  emulator = await startForTest({ now });
  const { url, username, password } = emulator;
  client = createClient(
    readSettings({ HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password }),
  );
  const viewServices = { wms: ["1.3.0" as const], srs: ["EPSG:25832"] };
  const theme = await client.call(resources.createTheme, { path: owner, body: { name: "Roads", viewServices } });
  const body = { name: "Roads, of the county" };
  const { bucket: bucketId = "" } = await client.call(store.data.createBucketWithOwner, { path: owner, body });
  dataset = `org.1.${bucketId}`;
  const ofBucket = { ...owner, bucketId };
  await client.call(store.data.setBucketProperty, { path: { ...ofBucket, property: "theme" }, body: theme.id });
  const bytes = Buffer.from("id;name");
  const file = { name: "roads.csv", bytes: bytes.length, type: "text/csv", open: () => Readable.from([bytes]) };
  await client.call(store.data.replaceFile, { path: { ...ofBucket, file: "roads.csv" }, body: file });
  for (const type of ["publication", "validation"] as const) {
    const parameters = type === "publication" ? { service: "wms" as const } : {};
    await client.call(workflows.startJob, { body: { type, resourceType: "Bucket", resource: dataset, parameters } });
  }
  await fetch(`${url}/ows/services/${dataset}_wms?SERVICE=WMS&REQUEST=GetCapabilities`);
});
afterAll(async () => {
  client.close();
  await emulator.close();
});

it("getValidationReport tells what was found, part by part", async () => {
  const report = await ask().validationOf({ dataset: `data/${dataset}` });
  expect(report).toMatchObject({ dataset: `data/${dataset}`, result: "passedWithWarnings" });
  expect(report.parts.map(({ part, result }) => `${part} ${result}`)).toEqual([
    "datasetMetadata passedWithWarnings",
    "serviceMetadata notTested",
    "services notTested",
    "data passed",
  ]);
  expect(report.parts[0]?.findings).toContainEqual({
    level: "warning",
    message: "The dataset has no author.",
    where: "author",
  });
});

it("getServiceUsage counts what was called, in a period and of a dataset", async () => {
  const row = { dataset: `data/${dataset}`, name: "Roads, of the county", type: "wms" };
  const used = [{ ...row, calls: 1, operations: { GetCapabilities: 1 } }];
  expect(await ask().usageOf({})).toEqual(used);
  expect(await ask().usageOf({ dataset: `data/${dataset}`, from: "2026-11-02", to: "2026-11-02" })).toEqual(used);
  expect(await ask().usageOf({ to: "2026-11-01" })).toEqual([]);
});

it("getCapacityReport tells the data volume, also as CSV", async () => {
  const period = { from: "2026-11-01", to: "2026-11-02" };
  expect(await ask().capacityOf({ organisation: "1", ...period })).toEqual([
    { organisation: "1", name: "Operator", ...period, datasets: 1, bytesBefore: 0, bytes: 7, usage: 0 },
  ]);
  expect(await ask().capacityAsCsv(period)).toBe(
    "organisation,name,from,to,datasets,bytesBefore,bytes,usage,points\r\n1,Operator,2026-11-01,2026-11-02,1,0,7,0,\r\n",
  );
});

describe("what is wrong is said before anything is sent", () => {
  const wrong = { from: "2026-02-01", to: "2026-01-01" };
  it.each([
    ["a period that ends before it begins", () => ask().usageOf(wrong), /HC3001.*ends on 2026-01-01, before it begins/],
    ["such a period of a capacity report", () => ask().capacityOf(wrong), /HC3001.*ends on 2026-01-01/],
    ["such a period of a CSV file", () => ask().capacityAsCsv(wrong), /HC3001.*ends on 2026-01-01/],
    ["a period that begins after today", () => ask().usageOf({ from: "2026-11-03" }), /HC3001.*begins on 2026-11-03/],
    ["such a capacity report", () => ask().capacityOf({ from: "2026-11-03", to: "2026-11-04" }), /HC3001.*after today/],
    ["a day that is none", () => ask().usageOf({ from: "2026-02-30" }), /`from` of getServiceUsage.*a date/],
    [
      "the id of a schema",
      () => ask().validationOf({ dataset: "schemas/org.1.a" }),
      /`dataset` of getValidationReport/,
    ],
  ])("%s", async (_what, call, expected) => {
    const before = client.counts();
    await expect(call()).rejects.toThrow(expected);
    expect(client.counts()).toEqual(before);
  });
});

it("getValidationReport fails for a dataset that is not there", async () => {
  await expect(ask().validationOf({ dataset: "data/org.1.gone" })).rejects.toThrow(
    /HC3005.*no dataset data\/org\.1\.gone/,
  );
});
