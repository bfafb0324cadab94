import { z } from "zod";
import * as workflows from "../../contract/workflows";
import { kind, type Values } from "../kind";
import { combinedIdIn, ofDataset } from "./dataset-reference";
import { publishedServiceFields } from "./published-service-fields";
import { flattenAll, getService, isBegun, serviceIdOf } from "./published-service-form";
import { accessRules, publicationObstacles } from "./published-service-obstacles";
import { beginPublication, finishPublication, publishAgain, publishUnlessDone, unpublish } from "./publishing";
import { whyAgain } from "./reasons";

/** A dataset as a service (docs/platform.md#published-services). */
export const publishedService = kind({
  name: "PublishedService",
  doc: "A dataset as a view or download service. Creating the resource publishes the service, deleting it takes the service offline. The provider publishes it again when its access changes, when the dataset (passed as a Bucket resource) or the theme (passed to this Bucket as a Theme resource) changes, and when one of its `triggers` changes. It does not publish a service that it takes over, unless something of this differs.",
  example: [
    'const theme = new Theme("traffic", { organisation: "1", name: "Traffic" });',
    'const roads = new Bucket("roads", {',
    '    organisation: "1",',
    '    name: "Roads",',
    "    theme,",
    '    files: [{ name: "roads.xml", content: "<roads/>" }],',
    "});",
    'const maps = new PublishedService("maps of roads", { dataset: roads, type: "wms" });',
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
      doc: "Address of the description of the service, such as GetCapabilities.",
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
    // Its own publication, if it still runs, is cancelled before the service is taken from the net.
    delete: [[workflows.cancelJob], workflows.startJob],
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
  create: (client, declared) => beginPublication(client, serviceIdOf(declared.dataset, declared.type), declared),
  update: (client, id, _changes, { declared }) => publishAgain(client, id, declared),
  renewal: (actual, declared) =>
    isBegun(actual) ? "its publication is not over" : whyAgain(actual, declared, reasons),
  renew: (client, id, declared, actual) => {
    const work = isBegun(actual) ? finishPublication : isPublishedForKnown(actual) ? publishAgain : publishUnlessDone;
    return work(client, id, declared);
  },
  // Only one whose publication failed, or that somebody took from the net, is made anew: then it is not there.
  isSpent: () => false,
  delete: (client, id, _fate, state = {}) => {
    const { timeoutSeconds } = state;
    return unpublish(client, id, typeof timeoutSeconds === "number" ? timeoutSeconds : undefined);
  },
});

const reasons = ["triggers", "datasetRevision"] as const;

/** Whether the state knows the reasons for which the service was published last. */
function isPublishedForKnown(actual: Values): boolean {
  return reasons.some((field) => actual[field] !== undefined);
}
