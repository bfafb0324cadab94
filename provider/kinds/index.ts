import { bucket } from "./bucket";
import { bucketFile } from "./bucket-file";
import { contentSharing } from "./content-sharing";
import { contentSharingList } from "./content-sharing-list";
import { schema } from "./schema";
import { schemaProfile } from "./schema-profile";
import { transformationProject } from "./transformation-project";
import { apiToken } from "./api-token";
import { cswConfiguration } from "./csw-configuration";
import { invitation } from "./invitation";
import type { Kind } from "./kind";
import { organisation } from "./organisation";
import { organisationMembers } from "./organisation-members";
import { organisationSharing } from "./organisation-sharing";
import { organisationSharingList } from "./organisation-sharing-list";
import { roleAssignment } from "./role-assignment";
import { user } from "./user";

/**
 * Every kind that is managed. A new kind is one file beside this one and one line here.
 * The cast forgets each kind's own types: who goes through the list treats all alike.
 */
export const kinds = [
  organisation,
  organisationSharing,
  organisationSharingList,
  user,
  roleAssignment,
  organisationMembers,
  invitation,
  cswConfiguration,
  apiToken,
  schema,
  schemaProfile,
  bucket,
  bucketFile,
  transformationProject,
  contentSharing,
  contentSharingList,
] as unknown as readonly Kind[];

export { organisation };
export { flatten as flattenBucket } from "./bucket-form";
export * from "./content";
export { bucketPath, readContentId, storeOf, type ContentKey } from "./content-id";
export { contentId, organisationId } from "./references";
export * from "./file-sets";
export * from "./equality";
export * from "./kind";
export { flatten as flattenOrganisation } from "./organisation-form";
export { orAbsent } from "./refusals";
export { flatten as flattenSchema, schemaPath } from "./schema-form";
export { projectPath } from "./transformation-project";
export { flatten as flattenUser, liveUsers } from "./user-form";
export { membersOf, traitOf, type Trait } from "./traits";
export { pathOnDisk } from "./on-disk";
