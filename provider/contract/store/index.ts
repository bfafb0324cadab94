import { storeService, type Store } from "./service";
import type { LinkingStoreName } from "./variant";

export { combinedId, combinedIdOf, ownerTypes, readCombinedId } from "./ident";
export type { BucketKey, Owner, OwnerType } from "./ident";
export { drivers, FileAddress, NewBucket, StoredFile } from "./models";
export type { BucketDetail, BucketIdent, Driver } from "./models";
export { bucketName, problemWithAttachmentPath, problemWithFilePath } from "./names";
export { bucketProperties, bucketPropertyNames, SharingOptions } from "./properties";
export type { BucketPropertyName } from "./properties";
export type { Store };
export {
  isLinkingStore,
  linkingStoreNames,
  storeNames,
  variants,
  type IdentKey,
  type LinkingStoreName,
  type StoreName,
  type Variant,
} from "./variant";

export const data = storeService("data");
export const schemas = storeService("schemas");
export const projects = storeService("projects");
export const metadata = storeService("metadata");
export const attachments = storeService("attachments");

/** All five, for code that serves them alike. */
export const stores: readonly Store[] = [data, schemas, projects, metadata, attachments];

/** Those whose files may come from an address. */
export const linkingStores = { metadata, attachments } as const satisfies Record<LinkingStoreName, unknown>;
