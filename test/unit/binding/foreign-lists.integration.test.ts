import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Client } from "../../../provider/client";
import { accounts, store, type Upload } from "../../../provider/contract";
import { closeAll, failureOf } from "../client/scripted-server";
import { Platform } from "./foreign-platform";

const { addFiles, createBucketWithOwner, deleteBucket, deleteFile, getBucketInfo, getFile } = store.data;
const { listBuckets, listFiles, replaceFile, setBucketName, setBucketProperty, deleteBucketProperty } = store.data;

let platform: Platform;
let client: Client;
let orgId: string;

beforeAll(async () => {
  platform = await Platform.start();
  client = platform.client(undefined, undefined, { concurrency: 20 });
  orgId = (await client.call(accounts.createOrganisation, { body: { name: platform.name() } })).id;
});
afterAll(async () => {
  await closeAll();
  await platform.foreign.close();
});

const fileOf = (name: string, content: string): Upload => ({
  name,
  bytes: Buffer.byteLength(content),
  type: "application/gml+xml",
  open: () => Readable.from([Buffer.from(content)]),
});

async function bucket(name = platform.name()) {
  const made = await client.call(createBucketWithOwner, { path: { ownerType: "org", ownerId: orgId }, body: { name } });
  return { ownerType: "org", ownerId: orgId, bucketId: made.bucket ?? "" } as const;
}

describe("buckets of the foreign platform", () => {
  it("are created, read, renamed and deleted", async () => {
    const path = await bucket("before");
    await expect(client.call(getBucketInfo, { path })).resolves.toMatchObject({
      name: "before",
      combinedId: `org.${orgId}.${path.bucketId}`,
      driver: "s3",
      properties: {},
      files: [],
    });
    await client.call(setBucketName, { path, body: "after" });
    expect((await client.call(getBucketInfo, { path })).name).toBe("after");
    await client.call(deleteBucket, { path });
    expect(await failureOf(client.call(getBucketInfo, { path }))).toMatchObject({ code: "HC2404" });
  });

  it("may belong to a user", async () => {
    const body = { name: platform.name(), driver: "git" } as const;
    const { bucket: bucketId } = await client.call(createBucketWithOwner, {
      path: { ownerType: "user", ownerId: "1" },
      body,
    });
    const path = { ownerType: "user", ownerId: "1", bucketId: bucketId ?? "" } as const;
    await expect(client.call(getBucketInfo, { path })).resolves.toMatchObject({
      combinedId: `user.1.${path.bucketId}`,
      driver: "git",
    });
  });

  it("have properties, which are set and taken away", async () => {
    const path = await bucket();
    await client.call(setBucketProperty, { path: { ...path, property: "author" }, body: "somebody" });
    expect((await client.call(getBucketInfo, { path })).properties).toEqual({ author: "somebody" });
    await client.call(deleteBucketProperty, { path: { ...path, property: "author" } });
    expect((await client.call(getBucketInfo, { path })).properties).toEqual({});
  });

  it("have files, which come back byte by byte, are replaced, and deleted", async () => {
    const path = await bucket();
    const file = "Grünfläche 1.gml";
    const content = async () => {
      const { stream } = await client.call(getFile, { path: { ...path, file } });
      return (await buffer(stream)).toString();
    };
    await client.call(addFiles, { path, body: fileOf(file, "<one/>") });
    expect(await content()).toBe("<one/>");
    const stored = await client.call(replaceFile, { path: { ...path, file }, body: fileOf(file, "<second/>") });
    expect(stored).toMatchObject({ name: file, bytes: 9, stored: expect.any(Number) as number });
    expect(await content()).toBe("<second/>");
    const { items } = await client.list(listFiles, { path });
    expect(items).toEqual([expect.objectContaining({ name: file, bytes: 9, sha256: stored.sha256 })]);
    await client.call(deleteFile, { path: { ...path, file } });
    expect((await client.list(listFiles, { path })).items).toEqual([]);
  });
});

describe("long lists of the foreign platform", () => {
  it("of 230 files come by their cursors, with the bucket too", async () => {
    const path = await bucket();
    const names = Array.from({ length: 230 }, (_, index) => `${index}.gml`);
    await Promise.all(names.map((name) => client.call(addFiles, { path, body: fileOf(name, name) })));
    platform.requests();
    const { items, complete } = await client.list(listFiles, { path });
    expect(complete).toBe(true);
    expect(new Set(items.map(({ name }) => name))).toEqual(new Set(names));
    expect(items).toHaveLength(230);
    expect(platform.requests()).toHaveLength(3);
    expect((await client.call(getBucketInfo, { path })).files).toHaveLength(230);
  });

  it("of 120 buckets come by their cursors, each with its files", async () => {
    const paths = await Promise.all(Array.from({ length: 120 }, () => bucket()));
    const [first] = paths;
    await client.call(addFiles, { path: first ?? (await bucket()), body: fileOf("a.gml", "x") });
    const { items, complete } = await client.list(listBuckets, { query: { includeFiles: true } });
    expect(complete).toBe(true);
    const filesOf = new Map(items.map(({ combinedId, files }) => [combinedId, files?.map(({ name }) => name)]));
    const found = paths.map(({ bucketId }) => filesOf.get(`org.${orgId}.${bucketId}`));
    expect(found).toEqual([["a.gml"], ...Array.from({ length: 119 }, () => [])]);
  });

  it("of 230 organisations come page by page", async () => {
    const names = Array.from({ length: 230 }, () => platform.name());
    const path = { orgId };
    await Promise.all(names.map((name) => client.call(accounts.createSuborganisation, { path, body: { name } })));
    platform.requests();
    const { items, complete } = await client.list(accounts.getSuborganisations, { path });
    expect(complete).toBe(true);
    expect(new Set(items.map(({ name }) => name))).toEqual(new Set(names));
    expect(platform.requests()).toEqual(["GET /directory/v2/organizations", "GET /directory/v2/organizations"]);
  });
});
