import type { Client } from "../../client";
import { store } from "../../contract";
import { bucketPath, flattenBucket, orAbsent, readContentId } from "../../kinds";
import { argumentsOf, exactlyOneOf, needed, notThere, organisation, text } from "../arguments";
import type { BucketFileResult, BucketResult, GetBucketArgs, GetBucketFilesArgs, GetBucketsArgs } from "./types";
import { idIn, isOf, namedIn, onlyOne, refuseOrganisationWithId, storeName } from "../content-arguments";
import { withoutUndefined } from "../results";
import { inSharedOrNew, SHARED_FOR } from "../shared-lists";

/** A bucket as the server has it, in the form of fields. */
type LiveBucket = NonNullable<ReturnType<typeof flattenBucket>>;

/** Finds buckets. The errors name what the program asked for. */
export function lookUpBuckets(client: Client) {
  return {
    listBuckets: (args: GetBucketsArgs) => list(client, args),
    findBucket: (args: GetBucketArgs) => find(client, args),
    filesOfBucket: (args: GetBucketFilesArgs) => files(client, args),
  };
}

async function list(client: Client, given: GetBucketsArgs): Promise<BucketResult[]> {
  const specs = { store: storeName, organisation };
  const args = argumentsOf<InStore<GetBucketsArgs>>("getBuckets", given, specs);
  return (await listed(client, args.store ?? "data", SHARED_FOR)).filter(isOf(args.organisation)).map(resultOf);
}

/** With the name of a store that there is. */
type InStore<Args> = Omit<Args, "store"> & { readonly store?: store.StoreName | undefined };

async function find(client: Client, given: GetBucketArgs): Promise<BucketResult> {
  const specs = { id: idIn(), name: text, organisation, store: storeName };
  const args = argumentsOf<InStore<GetBucketArgs>>("getBucket", given, specs);
  const by = exactlyOneOf("getBucket", args, ["id", "name"]);
  refuseOrganisationWithId("getBucket", args);
  return resultOf(by === "id" ? await byId(client, args.id ?? "") : await byName(client, args));
}

async function byId(client: Client, id: string): Promise<LiveBucket> {
  const key = readContentId(id);
  const remote = await orAbsent(client.call(store[key.store].getBucketInfo, { path: bucketPath(key) }));
  const found = remote === undefined ? undefined : flattenBucket(key.store, remote);
  return found ?? notThere(`bucket ${id}`);
}

async function byName(client: Client, args: InStore<GetBucketArgs>): Promise<LiveBucket> {
  const { name = "", organisation: owner, store: inStore = "data" } = args;
  const found = await inSharedOrNew(async (oldest) =>
    (await listed(client, inStore, oldest)).filter(isOf(owner)).filter(({ values }) => values.name === name),
  );
  return onlyOne(found, "bucket", "buckets", `${namedIn(name, owner)} in the store \`${inStore}\``);
}

/** The buckets without their files: there can be many files. */
async function listed(client: Client, name: store.StoreName, oldest: number): Promise<LiveBucket[]> {
  const { items } = await client.snapshot(store[name].listBuckets, { query: { includeFiles: false } }, oldest);
  return items.flatMap((remote) => flattenBucket(name, remote) ?? []);
}

function resultOf({ id, values: { files: _files, ...values } }: LiveBucket): BucketResult {
  // The contract says nothing of the properties.
  const told = values as Pick<BucketResult, "public">;
  return withoutUndefined({ id, ...values, public: told.public });
}

async function files(client: Client, given: GetBucketFilesArgs): Promise<BucketFileResult[]> {
  const { bucket } = argumentsOf<GetBucketFilesArgs>("getBucketFiles", given, { bucket: needed(idIn()) });
  const key = readContentId(bucket);
  const found = await orAbsent(client.list(store[key.store].listFiles, { path: bucketPath(key) }));
  return found === undefined ? notThere(`bucket ${bucket}`) : found.items.map(withoutUndefined);
}
