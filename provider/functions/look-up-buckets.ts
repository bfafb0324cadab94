import type { Client } from "../client";
import { store } from "../contract";
import { bucketPath, flattenBucket, orAbsent, type Live } from "../kinds";
import { exactlyOneOf, notThere } from "./arguments";
import type { BucketFileResult, BucketResult, GetBucketArgs, GetBucketFilesArgs, GetBucketsArgs } from "./buckets";
import { isOf, keyIn, namedIn, onlyOne, refuseOrganisationWithId, storeIn } from "./content-arguments";
import { withoutUndefined } from "./results";
import { inSharedOrNew, SHARED_FOR } from "./shared-lists";

/** How buckets are found; what is asked for is told in the errors. */
export function lookUpBuckets(client: Client) {
  return {
    listBuckets: async ({ store: name = "data", organisation }: GetBucketsArgs): Promise<BucketResult[]> =>
      (await listed(client, storeIn("getBuckets", name), SHARED_FOR)).filter(isOf(organisation)).map(resultOf),
    findBucket: (args: GetBucketArgs) => find(client, args),
    filesOfBucket: (args: GetBucketFilesArgs) => files(client, args),
  };
}

async function find(client: Client, args: GetBucketArgs): Promise<BucketResult> {
  const by = exactlyOneOf("getBucket", { id: args.id, name: args.name }, ["id", "name"]);
  refuseOrganisationWithId("getBucket", { ...args });
  return resultOf(by === "id" ? await byId(client, args.id ?? "") : await byName(client, args));
}

async function byId(client: Client, id: string): Promise<Live> {
  const key = keyIn("id", id);
  const remote = await orAbsent(client.call(store[key.store].getBucketInfo, { path: bucketPath(key) }));
  const found = remote === undefined ? undefined : flattenBucket(key.store, remote);
  return found ?? notThere(`bucket ${id}`);
}

async function byName(client: Client, args: GetBucketArgs): Promise<Live> {
  const { name = "", organisation, store: inStore = "data" } = args;
  const storeName = storeIn("getBucket", inStore);
  const found = await inSharedOrNew(async (oldest) =>
    (await listed(client, storeName, oldest))
      .filter(isOf(organisation))
      .filter(({ values }) => values["name"] === name),
  );
  return onlyOne(found, "bucket", "buckets", `${namedIn(name, organisation)} in the store \`${storeName}\``);
}

/** Without their files, of which there can be many. */
async function listed(client: Client, name: store.StoreName, oldest: number): Promise<Live[]> {
  const { items } = await client.snapshot(store[name].listBuckets, { query: { includeFiles: false } }, oldest);
  return items.flatMap((remote) => flattenBucket(name, remote) ?? []);
}

function resultOf({ id, values: { files: _files, ...values } }: Live): BucketResult {
  return withoutUndefined({ id, ...values }) as unknown as BucketResult;
}

async function files(client: Client, { bucket }: GetBucketFilesArgs): Promise<BucketFileResult[]> {
  const key = keyIn("bucket", bucket);
  const found = await orAbsent(client.list(store[key.store].listFiles, { path: bucketPath(key) }));
  return found === undefined ? notThere(`bucket ${bucket}`) : [...found.items];
}
