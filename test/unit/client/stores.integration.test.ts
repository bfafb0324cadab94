import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";
import type { Client } from "../../../provider/client";
import { Secret } from "../../../provider/client/secret";
import { store, type Upload } from "../../../provider/contract";
import { inMemory } from "../../../provider/formats/bytes";
import { readZip } from "../../../provider/formats/zip";
import { clientFor, closeAll, later } from "./scripted-server";

let emulator: Emulator;
let client: Client;
beforeEach(async () => {
  emulator = await startForTest();
  later(() => emulator.close());
  const { url, username, password } = emulator;
  client = clientFor(url, { credentials: { kind: "login", username, password: new Secret(password) } });
});
afterEach(closeAll);

const ofOperator = { ownerType: "org", ownerId: "1" } as const;
const upload = (name: string, content: string): Upload => ({
  name,
  bytes: Buffer.byteLength(content),
  type: "text/plain",
  open: () => Readable.from([Buffer.from(content)]),
});

async function newBucket(of: store.Store) {
  const ident = await client.call(of.createBucketWithOwner, { path: ofOperator, body: { name: "Straßen" } });
  return { ...ofOperator, bucketId: ident[of.variant.identKey] ?? "" };
}

describe.each(store.stores.map((of) => [of.variant.name, of] as const))(
  "the client and the store of %s",
  (_name, of) => {
    it("set the properties of a bucket, and find it in the list of its own store alone", async () => {
      const path = await newBucket(of);
      await client.call(of.setBucketName, { path, body: "Größe" });
      await client.call(of.setBucketProperty, { path: { ...path, property: "author" }, body: "Erika" });
      await client.call(of.setBucketProperty, {
        path: { ...path, property: "sharingOptions" },
        body: { public: true },
      });
      await client.call(of.addFiles, { path, body: upload("eins", "Eins") });
      const { items, complete } = await client.snapshot(of.listBuckets, { query: { includeFiles: true } });
      expect(complete).toBe(true);
      expect(items).toMatchObject([
        {
          combinedId: store.combinedIdOf(path),
          name: "Größe",
          properties: { author: "Erika", sharingOptions: { public: true } },
          files: [{ name: "eins", bytes: 4 }],
        },
      ]);
      for (const other of store.stores.filter((one) => one !== of)) {
        expect((await client.snapshot(other.listBuckets, { query: { includeFiles: true } })).items).toEqual([]);
      }
    });

    it("take a file that is empty", async () => {
      const path = await newBucket(of);
      const body = { ...upload("any", ""), open: () => Readable.from([]) };
      expect(await client.call(of.replaceFile, { path: { ...path, file: "empty" }, body })).toMatchObject({ bytes: 0 });
    });

    it("put a file into a folder, and get it alone and with all others as a ZIP", async () => {
      const path = await newBucket(of);
      const file = { ...path, file: "Größe/plan.pdf" };
      expect(await client.call(of.replaceFile, { path: file, body: upload("any", "Plan") })).toMatchObject({
        name: "Größe/plan.pdf",
        type: "text/plain",
      });
      const { bytes, stream } = await client.call(of.getFile, { path: file });
      expect([bytes, (await buffer(stream)).toString()]).toEqual([4, "Plan"]);
      const zip = await client.call(of.filesAsZip, { path });
      const [entry] = await readZip(inMemory(await buffer(zip.stream)), "archive");
      expect(entry?.path).toBe("Größe/plan.pdf");
      await client.call(of.deleteFile, { path: file });
      await client.call(of.deleteBucket, { path });
    });
  },
);

it("a ZIP that breaks off fails on the way", async () => {
  const path = await newBucket(store.data);
  await client.call(store.data.addFiles, { path, body: upload("eins", "Eins") });
  await fetch(`${emulator.url}/_emulator/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ operation: "store/data.getBucketFilesAsZip", fault: "truncated" }),
  });
  const { stream } = await client.call(store.data.filesAsZip, { path });
  await expect(buffer(stream)).rejects.toThrow();
});
