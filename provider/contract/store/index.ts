import { storeService } from "./service";

export { combinedId, combinedIdOf, ownerTypes, readCombinedId } from "./ident";
export type { BucketKey, Owner, OwnerType } from "./ident";
export { drivers, NewBucket, StoredFile } from "./models";
export type { BucketDetail, BucketIdent, Driver } from "./models";
export { bucketName, problemWithAttachmentPath, problemWithFilePath } from "./names";
export { bucketProperties, bucketPropertyNames, SharingOptions } from "./properties";
export type { BucketPropertyName } from "./properties";
export type { Store } from "./service";
export { storeNames, type IdentKey, type StoreName, type Variant } from "./variant";

export const data = storeService("data");
export const schemas = storeService("schemas");
export const projects = storeService("projects");
export const metadata = storeService("metadata");
export const attachments = storeService("attachments");
