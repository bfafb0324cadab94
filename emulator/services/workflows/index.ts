import { ofJobs } from "./jobs";
import { ofMonitoring } from "./monitoring";
import { ofServices } from "./services";

export const workflowsService = [...ofJobs, ...ofServices, ...ofMonitoring];
