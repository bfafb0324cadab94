import type { Client } from "../../client";
import * as store from "../../contract/store";
import type { BucketChanges } from "./bucket-fields";
import { askedFor, flatten } from "./bucket-form";
import { bucketPath, readContentId, type ContentKey } from "./content-id";
import type { FileChanges } from "../files/file-sets";
import type { Values } from "../kind";
import { aboutField, orAbsent } from "../refusals";
import { sendFile } from "./sending-files";

/** The properties that a Bucket and a TransformationProject declare. */
const declaredProperties = ["author", "description", "theme", "dataset"] as const;

/** Sends the files first, then the properties, and the name last: a bucket that has its name is complete. */
export async function updateBucket(client: Client, id: string, changes: BucketChanges): Promise<Values> {
  const key = readContentId(id);
  await updateFiles(client, key, changes.files);
  await updateProperties(client, key, changes);
  return nameInTheEnd(client, key, changes.name);
}

/** The last step of an update. No answer shows the bucket, so this reads it afterwards. */
export async function nameInTheEnd(client: Client, key: ContentKey, name: string | undefined): Promise<Values> {
  if (name !== undefined) {
    await aboutField("name", () => client.call(store[key.store].setBucketName, { path: bucketPath(key), body: name }));
  }
  const now = await client.call(store[key.store].getBucketInfo, { path: bucketPath(key) });
  return flatten(key.store, askedFor(key, now))?.values ?? {};
}

/** Sends new and changed files, and deletes files that are no longer declared. */
export async function updateFiles(client: Client, key: ContentKey, files: FileChanges = {}): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await aboutField("files", async () => {
      if (content === null) {
        await orAbsent(client.call(store[key.store].deleteFile, { path: { ...bucketPath(key), file } }));
      } else {
        await sendFile(client, key, file, content);
      }
    });
  }
}

export async function updateProperties(client: Client, key: ContentKey, changes: BucketChanges): Promise<void> {
  const { setBucketProperty, deleteBucketProperty } = store[key.store];
  for (const property of declaredProperties) {
    const value = property === "dataset" ? changes.dataset?.replace(/^data\//, "") : changes[property];
    const path = { ...bucketPath(key), property };
    if (value === "") {
      await orAbsent(client.call(deleteBucketProperty, { path }));
    } else if (value !== undefined) {
      await aboutField(property, () => client.call(setBucketProperty, { path, body: value }));
    }
  }
  if (changes.public !== undefined) {
    await setPublic(client, key, changes.public);
  }
}

export async function setPublic(client: Client, key: ContentKey, isPublic: boolean): Promise<void> {
  const path = { ...bucketPath(key), property: "sharingOptions" };
  await client.call(store[key.store].setBucketProperty, { path, body: { public: isPublic } });
}
