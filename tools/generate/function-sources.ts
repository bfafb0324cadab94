import type { Sources } from "../../provider/contract";

/** What is publicly known of what each function looks up. */
const sources: Readonly<Record<string, Sources>> = {
  getOrganisation: ["platform#organisation-details", "platform#organisation-tree"],
  getOrganisations: ["platform#organisation-details", "platform#organisation-tree"],
  getDefaultBaseMap: ["platform#actions-service", "platform#map-configuration"],
  getCapacity: "platform#capacity",
  getPublicMetadata: ["platform#public-metadata", "platform#dataset-metadata"],
  getValidationReport: ["platform#reports", "platform#theme-validation"],
  getServiceUsage: "platform#reports",
  getCapacityReport: ["platform#reports", "platform#capacity"],
  getCapacityReportAsCsv: ["platform#reports", "platform#capacity"],
  getUser: ["platform#profile-by-id-or-screen-name", "platform#user-details"],
  getMembers: "platform#memberships",
  getRoles: "platform#role-ids",
  getPermissionInfo: "platform#permission-info",
  testPermission: "platform#permission-info",
  getSchemas: "platform#schema-details",
  getSchema: "platform#schema-details",
  getPresets: "platform#schema-creation",
  getFeatureTypes: "platform#schema-service",
  getAlignment: "platform#project-service",
  getCells: "platform#project-service",
  getBuckets: ["platform#the-five-stores", "platform#lists-of-buckets"],
  getBucket: ["platform#the-five-stores", "platform#buckets"],
  getBucketFiles: ["platform#datasets", "platform#schema-files", "platform#project-files"],
  getComments: "platform#discussions",
  getNotes: "platform#notes",
  getTasks: "platform#tasks",
  getForumTopics: "platform#forum",
  getForumPosts: "platform#forum",
  getJobs: "platform#workflow-jobs",
  getJob: "platform#workflow-jobs",
  getTestRuns: ["platform#tests-and-monitoring", "platform#validation"],
  getMonitoring: "platform#tests-and-monitoring",
  getPublishedServices: ["platform#published-services", "platform#access-to-services"],
};

/** Each function has its line above. */
export function sourcesOf(name: string): Sources {
  const found = sources[name];
  if (found === undefined) {
    throw new Error(`tools/generate/function-sources.ts has no line for ${name}`);
  }
  return found;
}
