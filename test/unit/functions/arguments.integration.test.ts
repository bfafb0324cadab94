import * as pulumi from "@pulumi/pulumi";
import { createClient, readSettings, type Client } from "../../../provider/client";
import { lookUp } from "../../../provider/functions/organisations/look-up";
import { lookUpBuckets } from "../../../provider/functions/buckets/look-up";
import { lookUpPermissions } from "../../../provider/functions/permissions/look-up";
import { lookUpProjects } from "../../../provider/functions/projects/look-up";
import { lookUpSchemas } from "../../../provider/functions/schemas/look-up";
import { lookUpUsers } from "../../../provider/functions/users/look-up";
import { lookUpWorkflows } from "../../../provider/functions/workflows/look-up";
import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";

let emulator: Emulator;
let client: Client;
beforeAll(async () => {
  emulator = await startForTest();
  const { url, username, password } = emulator;
  client = createClient(
    readSettings({ HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password }),
  );
});
afterAll(async () => {
  client.close();
  await emulator.close();
});

type Asked = (args?: unknown) => Promise<unknown>;

/** As a program in JavaScript calls them. */
const ask = {
  getOrganisation: (args) => lookUp(client).findOrganisation(args as never),
  getOrganisations: (args) => lookUp(client).listOrganisations(args as never),
  getDefaultBaseMap: (args) => lookUp(client).baseMapOf(args as never),
  getCapacity: (args) => lookUp(client).capacityOf(args as never),
  getUser: (args) => lookUpUsers(client).findUser(args as never),
  getMembers: (args) => lookUpUsers(client).listMembers(args as never),
  getPermissionInfo: (args) => lookUpPermissions(client).infoOn(args as never),
  testPermission: (args) => lookUpPermissions(client).isAllowed(args as never),
  getSchemas: (args) => lookUpSchemas(client).listSchemas(args as never),
  getSchema: (args) => lookUpSchemas(client).findSchema(args as never),
  getFeatureTypes: (args) => lookUpSchemas(client).featureTypesOf(args as never),
  getAlignment: (args) => lookUpProjects(client).alignmentOf(args as never),
  getCells: (args) => lookUpProjects(client).cellsOf(args as never),
  getBuckets: (args) => lookUpBuckets(client).listBuckets(args as never),
  getBucket: (args) => lookUpBuckets(client).findBucket(args as never),
  getBucketFiles: (args) => lookUpBuckets(client).filesOfBucket(args as never),
  getJobs: (args) => lookUpWorkflows(client).listJobs(args as never),
  getJob: (args) => lookUpWorkflows(client).findJob(args as never),
  getTestRuns: (args) => lookUpWorkflows(client).listTestRuns(args as never),
  getMonitoring: (args) => lookUpWorkflows(client).monitoringOf(args as never),
  getPublishedServices: (args) => lookUpWorkflows(client).listServices(args as never),
} satisfies Record<string, Asked>;
type Name = keyof typeof ask;

const number = 'the number of an organisation as a text, such as "599"';
const names = Object.keys(ask) as Name[];
const needing: readonly (readonly [Name, string])[] = [
  ["getDefaultBaseMap", "organisation"],
  ["getCapacity", "organisation"],
  ["getMembers", "organisation"],
  ["getPermissionInfo", "resourceType"],
  ["testPermission", "resourceType"],
  ["getFeatureTypes", "schema"],
  ["getAlignment", "project"],
  ["getCells", "project"],
  ["getBucketFiles", "bucket"],
  ["getJob", "id"],
  ["getMonitoring", "service"],
];

describe.each(needing)("%s without `%s`", (name, argument) => {
  it.each([[undefined], [null], [{}], [{ [argument]: null }], [{ [argument]: undefined }]])("%j", async (args) => {
    await expect(ask[name](args)).rejects.toThrow(`HC3001 \`${argument}\` of ${name} is missing: expected `);
  });
});

it.each(["getOrganisation", "getUser", "getSchema", "getBucket"] as const)(
  "%s without arguments fails",
  async (name) => {
    for (const args of [undefined, null, {}, { id: null }]) {
      await expect(ask[name](args)).rejects.toThrow(new RegExp(`^HC3001 ${name} takes exactly one of .* and got none`));
    }
  },
);

it.each([
  ["getOrganisations", "parent"],
  ["getSchemas", "organisation"],
  ["getBuckets", "store"],
] as const)("%s lists all if `%s` is null", async (name, argument) => {
  const all = await ask[name]({});
  for (const args of [undefined, null, { [argument]: null }]) {
    expect(await ask[name](args)).toEqual(all);
  }
});

it.each(names)("%s takes an object, and refuses unknown arguments", async (name) => {
  await expect(ask[name]("1")).rejects.toThrow(`HC3001 ${name} was given "1": expected an object with its arguments`);
  await expect(ask[name]([])).rejects.toThrow(`HC3001 ${name} was given a list: expected an object`);
  await expect(ask[name]({ nme: "x" })).rejects.toThrow(`HC3001 ${name} takes no \`nme\`: expected \``);
});

it.each<[Name, object, string]>([
  ["getOrganisation", { id: 13 }, `\`id\` of getOrganisation is 13: expected ${number}`],
  ["getOrganisation", { id: "Kreis" }, `\`id\` of getOrganisation is "Kreis": expected ${number}`],
  ["getOrganisation", { path: 7 }, "`path` of getOrganisation is 7: expected names from a root organisation down"],
  ["getOrganisation", { path: ["Land", 7] }, "`path` of getOrganisation is a list: expected names"],
  ["getOrganisation", { name: "" }, '`name` of getOrganisation is "": expected a text that is not empty'],
  ["getOrganisations", { parent: 1 }, `\`parent\` of getOrganisations is 1: expected ${number}`],
  ["getOrganisations", { recursive: "yes" }, '`recursive` of getOrganisations is "yes": expected true or false'],
  ["getDefaultBaseMap", { organisation: {} }, `\`organisation\` of getDefaultBaseMap is an object: expected ${number}`],
  ["getUser", { id: 1 }, "`id` of getUser is 1: expected a text"],
  ["getUser", { screenName: ".." }, '`screenName` of getUser is "..": expected a text that is neither empty nor "."'],
  ["getMembers", { organisation: true }, `\`organisation\` of getMembers is true: expected ${number}`],
  ["testPermission", { resourceType: "Bucket", permission: 1 }, "`permission` of testPermission is 1: expected a text"],
  ["getSchemas", { organisation: 1 }, `\`organisation\` of getSchemas is 1: expected ${number}`],
  ["getSchema", { id: 1 }, "`id` of getSchema is 1: expected an id such as schemas/org.599"],
  [
    "getCells",
    { project: "data/org.1.x" },
    '`project` of getCells is "data/org.1.x": expected an id such as projects/',
  ],
  ["getBuckets", { store: 7 }, "`store` of getBuckets is 7: expected one of data, schemas"],
  ["getBucketFiles", { bucket: "x" }, '`bucket` of getBucketFiles is "x": expected an id such as data/org.599'],
])("%s refuses %j", async (name, args, expected) => {
  await expect(ask[name](args)).rejects.toThrow(`HC3001 ${expected}`);
});

it("says everything that is wrong with a call at once", async () => {
  await expect(ask.getOrganisations({ parent: 1, recursive: 1, all: true })).rejects.toThrow(
    /takes no `all`: .*; `parent` of .*; `recursive` of /,
  );
});

it("treats null as left out beside another argument", async () => {
  const operator = await ask.getOrganisation({ id: "1" });
  expect(await ask.getOrganisation({ id: null, name: "Operator", path: null })).toEqual(operator);
});

it("says what to give instead of an output or a resource", async () => {
  await expect(ask.getOrganisation({ id: pulumi.output("1") })).rejects.toThrow(
    "is something that is yet to come, which getOrganisationOutput takes: expected",
  );
  await expect(ask.getOrganisation({ id: { __pulumiResource: true } })).rejects.toThrow(
    "is a resource, and not its `id`: expected",
  );
});
