import type { Example, Made } from "./example";

const dataset = ({ bucketOf }: Made) => `org.1.${bucketOf("data")}`;
const job: Example = { path: { jobId: ({ idOf }) => idOf("startJob") } };
const service: Example = { path: { serviceId: (made) => `${dataset(made)}_wms` } };
const validation = (made: Made) => ({ type: "validation", resourceType: "Bucket", resource: dataset(made) });

/** One call of each operation of the workflow manager; the last made dataset has to be there. */
export const workflowExamples: Readonly<Record<string, Example>> = {
  startJob: { body: (made) => ({ ...validation(made), reference: "the first one" }) },
  getJobs: {},
  getJob: job,
  cancelJob: {
    ...job,
    nextJob: { outcome: "endless" },
    before: { operation: "startJob", example: { body: validation } },
  },

  setServiceAccess: { ...service, body: () => ({ type: "password", user: "karte", password: "Sunshine-42" }) },
  getPublishedServices: {},
  getPublishedService: service,
  getMonitoring: service,
  getValidationReport: { path: { ownerType: "org", ownerId: "1", bucketId: ({ bucketOf }) => bucketOf("data") } },
  getValidationReports: {},
  getServiceUsage: {},
  getCapacityReport: {},
  getCapacityReportAsCsv: {},
  getTestRuns: {},
  getTestRun: { path: { testRunId: ({ idOf }) => idOf("getTestRuns") } },
};
