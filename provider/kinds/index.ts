import { bucket } from "./content/bucket";
import { bucketFile } from "./content/bucket-file";
import { contentSharing } from "./content/content-sharing";
import { contentSharingList } from "./content/content-sharing-list";
import { schema } from "./content/schema";
import { schemaProfile } from "./content/schema-profile";
import { theme } from "./content/theme";
import { transformationProject } from "./content/transformation-project";
import { apiToken } from "./people/api-token";
import { cswConfiguration } from "./organisation/csw-configuration";
import { invitation } from "./people/invitation";
import type { Kind } from "./kind";
import { task } from "./interactions/task";
import { organisation } from "./organisation/organisation";
import { organisationMembers } from "./people/organisation-members";
import { organisationSharing } from "./organisation/organisation-sharing";
import { organisationSharingList } from "./organisation/organisation-sharing-list";
import { publishedService } from "./workflows/published-service";
import { roleAssignment } from "./people/role-assignment";
import { user } from "./people/user";
import { workflowRun } from "./workflows/workflow-run";

/**
 * Every kind that is managed. A new kind is one file in a folder, and its import and its line here.
 * Its type forgets the fields of each kind: who goes through the list treats all alike.
 */
export const kinds: readonly Kind[] = [
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
  theme,
  contentSharing,
  contentSharingList,
  task,
  publishedService,
  workflowRun,
];

export { fieldLacks, generalCalls, neverGiven, verbLacks, type Lack, type ServerVerb } from "./on-server";
export { organisation };
export { flatten as flattenBucket } from "./content/bucket-form";
export * from "./files/content";
export { bucketPath, readContentId, storeOf, type ContentKey } from "./content/content-id";
export { digestOf } from "./digest";
export { contentId, organisationId, userId } from "./references";
export { resourceAddress, resourceId, resourceIdOf } from "./interactions/resource-id";
export * from "./files/file-sets";
export * from "./equality";
export * from "./kind";
export { flatten as flattenOrganisation } from "./organisation/organisation-form";
export { hasNoRole } from "./permission";
export { orAbsent } from "./refusals";
export { flatten as flattenSchema, schemaPath } from "./content/schema-form";
export { projectPath } from "./content/transformation-project";
export { flatten as flattenUser, liveUsers } from "./people/user-form";
export { isRequired, membersOf, traitOf, type Trait } from "./traits";
export { pathOnDisk } from "./files/on-disk";
export type { Grant, Holder, NamedObject, TenantStanding } from "./standing";
