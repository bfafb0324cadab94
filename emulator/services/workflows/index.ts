import { ofJobs } from "./jobs";

export const workflowsService = [...ofJobs];
