import { sharingBuckets, testingPermissions } from "./access";
import { changingProperties } from "./bucket-properties";
import { changingBuckets, readingBuckets } from "./buckets";
import { givingZip, handlingFiles, handlingOneFile, linkingFiles } from "./files";
import { modelsOf } from "./models";
import { isLinkingStore, serviceOf, variants, type LinkingStoreName, type StoreName } from "./variant";

/** One of the five stores (docs/platform.md#the-five-stores): the same operations in each, save for the name of the one that gives a ZIP, and for links. */
export function storeService<Name extends StoreName>(name: Name) {
  const variant = variants[name];
  const service = serviceOf(variant);
  const models = modelsOf(variant);
  const { getProjectFilesAsZip, getBucketFilesAsZip } = givingZip(service);
  const zip = name === "projects" ? { getProjectFilesAsZip } : { getBucketFilesAsZip };
  const links = isLinkingStore(name) ? linkingFiles(service, variant) : {};
  return {
    service,
    variant,
    ...readingBuckets(service, variant, models),
    ...changingBuckets(service, variant, models),
    ...changingProperties(service, variant),
    ...sharingBuckets(service, models),
    ...handlingFiles(service, variant),
    ...handlingOneFile(service, variant),
    ...(links as Name extends LinkingStoreName ? ReturnType<typeof linkingFiles> : object),
    ...testingPermissions(service, variant),
    ...(zip as Name extends "projects"
      ? { readonly getProjectFilesAsZip: typeof getProjectFilesAsZip }
      : { readonly getBucketFilesAsZip: typeof getBucketFilesAsZip }),
    /** The same operation under one name for all five. */
    filesAsZip: name === "projects" ? getProjectFilesAsZip : getBucketFilesAsZip,
  };
}

/** Any of the five, for code that serves them all. */
export type Store = Omit<ReturnType<typeof storeService<StoreName>>, "getProjectFilesAsZip" | "getBucketFilesAsZip">;
