import type { Readable } from "node:stream";
import type { Desk, Platform } from "../implement";
import { zipOf } from "../store/zip";

/**
 * The metadata of an organisation as a ZIP, for everybody, if the organisation offers the link
 * (docs/platform.md#public-metadata). undefined: there is none. Each dataset's metadata lie in a folder of their bucket's id.
 * Metadata from an address are in it only for those who ask for them.
 */
export function publicMetadataOf(
  { world, blobs }: Platform & Desk,
  organisation: string,
  includesRemote: boolean,
): (() => Readable) | undefined {
  const isOffered =
    world.organisations.get(organisation) !== undefined &&
    world.settings.of(organisation).metadataDownloadLink === true;
  if (!isOffered) {
    return undefined;
  }
  const files = world.buckets
    .ownedBy({ type: "org", id: organisation })
    .filter(({ store }) => store === "metadata")
    .flatMap(({ id }) =>
      world.buckets
        .filesOf(id)
        .filter(({ url }) => includesRemote || url === undefined)
        .map(({ name, sha256 }) => ({ path: `${id}/${name}`, open: blobs.lend(sha256) })),
    );
  return zipOf(files);
}
