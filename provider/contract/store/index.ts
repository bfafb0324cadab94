import { storeService, type Store } from "./service";

export { combinedId, combinedIdOf, ownerTypes, readCombinedId } from "./ident";
export type { BucketKey, Owner, OwnerType } from "./ident";
export { drivers, NewBucket, StoredFile } from "./models";
export type { BucketDetail, BucketIdent, Driver } from "./models";
export { bucketName, problemWithAttachmentPath, problemWithFilePath } from "./names";
export { bucketProperties, bucketPropertyNames, SharingOptions } from "./properties";
export type { BucketPropertyName } from "./properties";
export type { Store };
export { storeNames, variants, type IdentKey, type StoreName, type Variant } from "./variant";

export const data = storeService("data");
export const schemas = storeService("schemas");
export const projects = storeService("projects");
export const metadata = storeService("metadata");
export const attachments = storeService("attachments");

/** All five, for code that serves them alike. */
export const stores: readonly Store[] = [data, schemas, projects, metadata, attachments];
