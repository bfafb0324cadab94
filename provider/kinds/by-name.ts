import type { Kind } from "./kind";

/**
 * Every kind that is managed, by its name. A new kind is one file in a folder, and its line here. A kind is loaded when it
 * is first asked for, since most runs need only a few kinds.
 */
const loaders: Readonly<Record<string, () => Kind>> = {
  Organisation: () =>
    (require("./organisation/organisation") as typeof import("./organisation/organisation")).organisation,
  OrganisationSharing: () =>
    (require("./organisation/organisation-sharing") as typeof import("./organisation/organisation-sharing"))
      .organisationSharing,
  OrganisationSharingList: () =>
    (require("./organisation/organisation-sharing-list") as typeof import("./organisation/organisation-sharing-list"))
      .organisationSharingList,
  User: () => (require("./people/user") as typeof import("./people/user")).user,
  RoleAssignment: () =>
    (require("./people/role-assignment") as typeof import("./people/role-assignment")).roleAssignment,
  OrganisationMembers: () =>
    (require("./people/organisation-members") as typeof import("./people/organisation-members")).organisationMembers,
  Invitation: () => (require("./people/invitation") as typeof import("./people/invitation")).invitation,
  CswConfiguration: () =>
    (require("./organisation/csw-configuration") as typeof import("./organisation/csw-configuration")).cswConfiguration,
  ApiToken: () => (require("./people/api-token") as typeof import("./people/api-token")).apiToken,
  Schema: () => (require("./content/schema") as typeof import("./content/schema")).schema,
  SchemaProfile: () => (require("./content/schema-profile") as typeof import("./content/schema-profile")).schemaProfile,
  Bucket: () => (require("./content/bucket") as typeof import("./content/bucket")).bucket,
  BucketFile: () => (require("./content/bucket-file") as typeof import("./content/bucket-file")).bucketFile,
  TransformationProject: () =>
    (require("./content/transformation-project") as typeof import("./content/transformation-project"))
      .transformationProject,
  Theme: () => (require("./content/theme") as typeof import("./content/theme")).theme,
  ContentSharing: () =>
    (require("./content/content-sharing") as typeof import("./content/content-sharing")).contentSharing,
  ContentSharingList: () =>
    (require("./content/content-sharing-list") as typeof import("./content/content-sharing-list")).contentSharingList,
  Task: () => (require("./interactions/task") as typeof import("./interactions/task")).task,
  PublishedService: () =>
    (require("./workflows/published-service") as typeof import("./workflows/published-service")).publishedService,
  WorkflowRun: () => (require("./workflows/workflow-run") as typeof import("./workflows/workflow-run")).workflowRun,
};

export const kindNames: readonly string[] = Object.keys(loaders);

export function kindNamed(name: string): Kind {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  if (load === undefined) {
    throw new Error(`There is no kind ${name}`);
  }
  return load();
}
