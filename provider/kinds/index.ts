import { kindNamed, kindNames } from "./by-name";
import type { Kind } from "./kind";
import { organisation } from "./organisation/organisation";

/**
 * Every kind that is managed, loaded. Its type forgets the fields of each kind: who goes through the list treats all
 * alike. The lifecycle asks `by-name.ts` for the one kind that it needs.
 */
export const kinds: readonly Kind[] = kindNames.map(kindNamed);

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
