import { z } from "zod";
import type { Client } from "../../client";
import { workflows } from "../../contract";
import { kind, type Values } from "../kind";
import { combinedIdIn, ofDataset } from "./dataset-reference";
import { publishedServiceFields, type DeclaredService } from "./published-service-fields";
import { flattenAll, getService, serviceIdOf } from "./published-service-form";
import { accessRules, publicationObstacles } from "./published-service-obstacles";
import { publish, setAccess, unpublish } from "./publishing";
import { whyAgain } from "./reasons";

/** A dataset as a service (docs/platform.md#published-services). */
export const publishedService = kind({
  name: "PublishedService",
  doc: "A dataset as a view or download service. Creating the resource publishes the service, deleting it takes the service from the net. The provider publishes it again when its access changes, when the dataset (passed as a Bucket resource) changes, and when one of its `triggers` changes.",
  example: [
    'const theme = new Theme("traffic", { organisation: "1", name: "Traffic" });',
    'const roads = new Bucket("roads", {',
    '    organisation: "1",',
    '    name: "Roads",',
    "    theme,",
    '    files: [{ name: "roads.xml", content: "<roads/>" }],',
    "});",
    'const maps = new PublishedService("maps of roads", { dataset: roads, type: "wms", triggers: [theme] });',
    "export const capabilities = maps.capabilities;",
  ].join("\n"),
  inputs: publishedServiceFields,
  outputs: {
    category: {
      type: z.enum(["view", "download"]).optional(),
      doc: "Whether it is a view or a download service.",
      source: "platform#published-services",
    },
    address: {
      type: z.string().optional(),
      doc: "Address of the service.",
      source: "platform#published-services",
    },
    capabilities: {
      type: z.string().optional(),
      doc: "Address of what the service says of itself.",
      source: "platform#published-services",
    },
    published: {
      type: z.number().optional(),
      doc: "When it was published last, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
    publishedBy: {
      type: z.string().optional(),
      doc: "Id of the user who published it last.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  reads: [workflows.getPublishedService, workflows.getPublishedServices],
  calls: {
    create: [workflows.startJob, workflows.getPublishedService],
    update: [workflows.setServiceAccess, workflows.startJob, workflows.getPublishedService],
    delete: [workflows.startJob],
  },
  afterCreation: ({ access }) => (access === undefined ? [] : [workflows.setServiceAccess]),
  identity: {
    type: "unique",
    fields: ["dataset", "type"],
    keyOf: ({ dataset, type }) => `${dataset}/${type}`,
    inWords: ({ dataset, type }) => `${type} of dataset ${dataset}`,
    creator: "publishedBy",
    stamp: ["dataset", "type"],
    find: async (client, { dataset, type }) => {
      const query = { dataset: combinedIdIn(dataset), state: "published" as const };
      const { items, ...listing } = await client.list(workflows.getPublishedServices, { query });
      return flattenAll({ ...listing, items: items.filter((it) => it.type === type) });
    },
  },
  standing: { ...ofDataset, lists: [""] },
  list: async (client) =>
    flattenAll(await client.snapshot(workflows.getPublishedServices, { query: { state: "published" } })),
  get: getService,
  // A user who is declared beside another access is in force nowhere.
  seenFor: (actual, { access, accessUser }) =>
    access === undefined || access === "password" || accessUser === undefined ? actual : { ...actual, accessUser },
  rules: accessRules,
  obstacles: publicationObstacles,
  create: async (client, declared) => {
    const id = serviceIdOf(declared.dataset, declared.type);
    await setAccess(client, id, declared);
    return publish(client, id, declared.timeoutSeconds);
  },
  update: async (client, id, _changes, { declared }) => {
    await setAccess(client, id, declared);
    return again(client, id, declared);
  },
  renewal: (actual, declared) => whyAgain(actual, declared, ["triggers", "datasetRevision"]),
  renew: again,
  delete: unpublish,
});

/** What has just been published is as it is now. */
async function again(client: Client, id: string, declared: DeclaredService): Promise<Values> {
  const { triggers, datasetRevision } = declared;
  const reasons = { triggers, datasetRevision };
  return { ...(await publish(client, id, declared.timeoutSeconds)).values, ...reasons };
}
