import { store } from "../../../../provider/contract";
import type { Bucket, BucketFile } from "../../../world/bucket-model";
import { combinedIdOf } from "../../../world/buckets";
import type { Platform } from "../../implement";
import { themeOf } from "../offered-services";
import type { Described, DescribedFile } from "./described";

/** The metadata and the attachments of a dataset (docs/platform.md#dataset-metadata, docs/platform.md#theme-services). */
export function belongingOf(platform: Platform, dataset: Bucket): Pick<Described, "metadata" | "attachments"> {
  const { world } = platform;
  const wantsLinks = themeOf(world, dataset)?.downloadServices?.some((it) => it.attachmentLinks === true) === true;
  return {
    metadata: filesIn(platform, dataset, "metadata").map(({ address }) => address),
    attachments: wantsLinks ? filesIn(platform, dataset, "attachments") : [],
  };
}

function filesIn({ world, url }: Platform, dataset: Bucket, name: store.LinkingStoreName): DescribedFile[] {
  return world.buckets
    .belongingTo(combinedIdOf(dataset))
    .filter((bucket) => bucket.store === name)
    .flatMap((bucket) =>
      world.buckets.filesOf(bucket.id).map((file) => ({
        name: file.name,
        type: file.type,
        address: file.url ?? addressOf(url(), bucket, file),
      })),
    );
}

/** Where the store gives the file to those who may read it. */
function addressOf(url: string, { store: name, owner, id }: Bucket, file: BucketFile): string {
  const path = [owner.type, owner.id, id, file.name].map(encodeURIComponent).join("/");
  return `${url}/store/${name}/raw/${path}`;
}
