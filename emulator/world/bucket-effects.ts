import type { BucketEvent } from "./bucket-events";
import type { Collections } from "./collections";

type Effects = { readonly [E in BucketEvent as E["type"]]: (world: Collections, event: E) => void };

/** What each event of a bucket does to the world. */
export const bucketEffects: Effects = {
  bucketCreated: ({ buckets }, { bucket }) => buckets.add(bucket),
  bucketNamed: ({ buckets }, { id, at, name }) => buckets.change(id, { name, lastModified: at }),
  bucketPropertySet: ({ buckets }, { id, at, property, value }) => buckets.setProperty(id, at, property, value),
  bucketPropertyRemoved: ({ buckets }, { id, at, property }) => buckets.setProperty(id, at, property, undefined),
  bucketShared: ({ buckets }, { id, at, organisation, by }) =>
    buckets.share(id, { organisation, sharedBy: by, shared: at }),
  bucketUnshared: ({ buckets }, { id, at, organisation }) => buckets.unshare(id, at, organisation),
  collaboratorAdded: ({ buckets }, { id, at, user, by }) =>
    buckets.addCollaborator(id, { user, addedBy: by, added: at }),
  collaboratorRemoved: ({ buckets }, { id, at, user }) => buckets.removeCollaborator(id, at, user),
  bucketFilesStored: ({ buckets }, { id, at, files }) => buckets.storeFiles(id, at, files),
  bucketFileRemoved: ({ buckets }, { id, at, name }) => buckets.removeFile(id, at, name),
  bucketDeleted: ({ buckets, interactions }, { id }) => {
    interactions.dropResource(id);
    buckets.remove(id);
  },
};
