import { z } from "zod";
import type { Client } from "../../client";
import * as store from "../../contract/store";
import { HaleconnectError } from "../../errors";
import { getBucket, keyOf, listBuckets } from "./bucket-form";
import { bucketPath, contentIdOf, readContentId, storeOf } from "./content-id";
import { contentId } from "../references";
import { checksumIn, contentOf, type ResolvedFile } from "../files/content";
import { fileOf } from "./content-decisions";
import { comparedAs, isSpeltLike } from "../equality";
import { kind, type Fields, type Live, type Obstacle, type Outlook, type Problem, type Values } from "../kind";
import { aboutField, orAbsent } from "../refusals";
import { sendFile } from "./sending-files";
import { notThere } from "../obstacle";
import { fileStanding } from "./content-standing";

const inputs = {
  bucket: {
    type: contentId,
    mark: "replace",
    refersTo: "Bucket",
    doc: "The bucket that holds the file.",
    source: "platform#buckets",
  },
  name: {
    type: comparedAs(
      "fileName",
      z.string().superRefine((name, context) => {
        const problem = store.problemWithFilePath(name);
        if (problem !== undefined) {
          context.addIssue({ code: "custom", message: `expected ${problem}` });
        }
      }),
    ),
    mark: "replace",
    doc: "Path of the file in the bucket, with / between folders, up to 1,000 characters.",
    source: "platform#datasets",
  },
  source: {
    type: contentOf({}).optional(),
    mark: "mutable",
    sentBy: [store.data.replaceFile],
    file: { largest: ({ bucket }) => store[storeOf(typeof bucket === "string" ? bucket : "data")].variant.largestFile },
    doc: "The file, by its `path`, or with its content as text (`content`) or in base64 (`base64`). Up to 2 GB, in the store `attachments` up to 750 MiB.",
    source: "platform#file-sizes",
  },
  url: {
    type: store.FileAddress.shape.url.optional(),
    mark: "mutable",
    sentBy: [store.attachments.linkFile],
    added: true,
    doc: "Instead of `source`, in the stores `attachments` and `metadata`: the address from which the platform gets the file. It downloads the file once; the provider does not notice later changes at that address. Another address, or an upload by hand in its place, is a difference.",
    source: ["platform#attachment-links", "platform#dataset-metadata"],
  },
} as const satisfies Fields;

/** One file of a bucket. All other files stay as they are (docs/platform.md#datasets-and-services). */
export const bucketFile = kind({
  name: "BucketFile",
  doc: 'One file in a bucket: uploaded, or for an attachment or metadata also from an address. All other files of the bucket stay as they are. Declare a file either here or in the `files` of its Bucket, never in both. If you move it from a Bucket to a BucketFile, the BucketFile needs `adopt: "ifExists"`.',
  example: [
    'const bucket = new Bucket("roads", { organisation: "1", name: "Roads" });',
    'new BucketFile("readme", { bucket, name: "readme.txt", source: { content: "Roads of the county" } });',
  ].join("\n"),
  inputs,
  outputs: {
    bytes: {
      type: z.number().optional(),
      doc: "Size of the file, in bytes.",
      source: "decisions#evidence-for-every-operation",
    },
    stored: {
      type: z.number().optional(),
      doc: "When the file was stored, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  lossOnDeletion: () => "The file is deleted irrecoverably.",
  reads: [store.data.getBucketInfo],
  calls: {
    create: [[store.data.replaceFile, store.attachments.linkFile]],
    update: [[store.data.replaceFile, store.attachments.linkFile]],
    delete: [store.data.deleteFile],
  },
  identity: {
    type: "unique",
    fields: ["name", "bucket"],
    keyOf: ({ bucket, name }) => idOf(bucket, name),
    inWords: ({ bucket, name }) => `"${name}" in bucket ${bucket}`,
    resembles: ({ source, url }, declared) =>
      declared.url === undefined ? checksumIn(source) === checksumIn(declared.source) : url === declared.url,
    stamp: ["bucket", "name"],
    find: async (client, { bucket, name }) => {
      const files = await filesOf(client, bucket);
      const found = files.filter(({ values }) => isSpeltLike("fileName", values["name"], name));
      return { items: found, complete: true, at: client.now() };
    },
  },
  decides: ({ bucket, name }) => [{ subject: fileOf(bucket, name), isWhole: true }],
  handsOver: ({ bucket, name }) => [{ subject: fileOf(bucket, name) }],
  affects: ["Bucket", "Schema", "TransformationProject"],
  scopeOf: storeOf,
  standing: fileStanding,
  list: async (client, scope = "data") => {
    const { items, complete, ...listing } = await listBuckets(client, storeOf(scope));
    const told = items.filter((it) => it.files !== undefined && keyOf(storeOf(scope), it) !== undefined);
    const files = told.flatMap((remote) => filesIn(storeOf(scope), remote));
    return { ...listing, items: files, complete: told.length === items.length ? complete : "unknown" };
  },
  get: getFile,
  rules: originRules,
  obstacles: bucketObstacles,
  create: async (client, { bucket, name, ...origin }) => ({
    id: idOf(bucket, name),
    values: { bucket, name, ...(await send(client, bucket, name, origin)) },
  }),
  update: (client, id, origin) => {
    const { bucket, name } = partsOf(id);
    return send(client, bucket, name, origin);
  },
  delete: async (client, id) => {
    const { bucket, name: file } = partsOf(id);
    const key = readContentId(bucket);
    await orAbsent(client.call(store[key.store].deleteFile, { path: { ...bucketPath(key), file } }));
  },
});

/** Where a file comes from: the one or the other. */
interface Origin {
  readonly source?: ResolvedFile | "" | undefined;
  readonly url?: string | undefined;
}

/** Sends the file or its address, and returns what the server then has. */
async function send(client: Client, bucket: string, name: string, { source, url }: Origin): Promise<Values> {
  const key = readContentId(bucket);
  if (url !== undefined && store.isLinkingStore(key.store)) {
    const { linkFile } = store.linkingStores[key.store];
    const path = { ...bucketPath(key), file: name };
    return told(await aboutField("url", () => client.call(linkFile, { path, body: { url } })));
  }
  const content = source === undefined || source === "" ? { content: "" } : source;
  return told(await sendFile(client, key, name, content));
}

function told({ sha256, bytes, stored, url }: store.StoredFile): Values {
  return { source: { sha256 }, url, bytes, stored };
}

function originRules({ bucket, source, url }: Origin & { readonly bucket: string }): Problem[] {
  if ((source === undefined) === (url === undefined)) {
    return [{ field: "source", what: "and `url` say where the file comes from: expected exactly one of them" }];
  }
  const name = storeIn(bucket);
  return url === undefined || name === undefined || store.isLinkingStore(name)
    ? []
    : [
        {
          field: "url",
          what: `does not belong to a bucket in the store "${name}": only attachments and metadata have one`,
        },
      ];
}

/** undefined: the id is not known yet. */
function storeIn(bucket: string): store.StoreName | undefined {
  return store.storeNames.find((name) => bucket.startsWith(`${name}/`));
}

/** The id of a bucket has one slash. The path of the file comes after the second slash. */
function partsOf(id: string): { readonly bucket: string; readonly name: string } {
  const [name = "", combined = "", ...file] = id.split("/");
  return { bucket: `${name}/${combined}`, name: file.join("/") };
}

function idOf(bucket: string, name: string): string {
  return `${bucket}/${name}`;
}

function filesIn(name: store.StoreName, remote: store.BucketDetail): Live[] {
  const key = keyOf(name, remote);
  const { files = [] } = remote;
  const bucket = key === undefined ? "" : contentIdOf({ store: name, ...key });
  return files.map((file) => ({ id: idOf(bucket, file.name), values: { bucket, name: file.name, ...told(file) } }));
}

async function getFile(client: Client, id: string): Promise<Live | undefined> {
  return (await filesOf(client, partsOf(id).bucket)).find((file) => file.id === id);
}

async function filesOf(client: Client, bucket: string): Promise<Live[]> {
  const remote = await getBucket(client, bucket);
  if (remote !== undefined && remote.files === undefined) {
    throw new HaleconnectError("HC2003", {
      what: `The answer of getBucketInfo does not list the files of bucket ${bucket}`,
      where: "field `files`",
      why: "Without the list the provider cannot know whether a file is there.",
    });
  }
  return remote === undefined ? [] : filesIn(readContentId(bucket).store, remote);
}

async function bucketObstacles({ see, knows }: Outlook, { bucket, name }: { bucket: string; name: string }) {
  const obstacles: Obstacle[] = [];
  if ((await see("Bucket", bucket)) === undefined) {
    const remedy = "Give the id of an existing bucket, such as data/org.599.abe0849a-…, or pass a Bucket resource.";
    obstacles.push(notThere("bucket", `bucket ${bucket}`, remedy));
  }
  const problem = storeOf(bucket) === "attachments" && knows(name) ? store.problemWithAttachmentPath(name) : undefined;
  if (problem !== undefined) {
    obstacles.push({
      field: "name",
      what: `the name "${name}" is not allowed for an attachment`,
      why: `An attachment needs ${problem}.`,
      remedy: "Choose another name.",
    });
  }
  return obstacles;
}
