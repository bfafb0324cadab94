import type { ContentEvent } from "./content-events";
import type { Collections } from "./collections";

type Effects = { readonly [E in ContentEvent as E["type"]]: (world: Collections, event: E) => void };

/** What each event of schemas, profiles and projects does to the world. */
export const contentEffects: Effects = {
  schemaCreated: ({ buckets, contents }, { bucket, files, origin }) => {
    buckets.add(bucket);
    buckets.storeFiles(bucket.id, bucket.lastModified, files);
    contents.setOrigin(bucket.id, origin);
  },
  profileCreated: ({ contents }, { profile }) => contents.addProfile(profile),
  profileChanged: ({ contents }, { id, at, changes }) => contents.changeProfile(id, at, changes),
  profileDeleted: ({ contents }, { id }) => contents.removeProfile(id),
  projectSchemasLinked: ({ buckets, contents }, { id, at, links }) => {
    contents.link(id, links);
    buckets.change(id, { lastModified: at });
  },
};
