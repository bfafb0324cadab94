import { z } from "zod";
import { designed } from "../evidence";
import { fileGiven } from "../files";
import { readModel } from "../models";
import { operation } from "../operation";
import { serviceTypes } from "../workflows/service-types";
import { dataset, organisation, period, service } from "./service";

const count = z.number().int().min(0);
const bytes = z.number().int().min(0).meta({ format: "int64" });
const day = z.string().describe("YYYY-MM-DD, in UTC.");

export const ServiceUsage = readModel("ServiceUsage", "How often the service of a dataset was called in a period.", {
  dataset: z.string().describe("Combined id of the dataset."),
  name: z.string().optional(),
  type: z.enum(serviceTypes),
  calls: count.describe("All calls."),
  operations: z.record(z.string(), count).describe("Calls by operation, such as GetCapabilities or GetMap."),
});
export type ServiceUsage = z.output<typeof ServiceUsage>;

export const Capacity = readModel("CapacityOfPeriod", "What an organisation kept in a period.", {
  organisation: z.string(),
  name: z.string().optional(),
  from: day,
  to: day,
  datasets: count.describe("Datasets at the end of the period."),
  bytesBefore: bytes.describe("Data volume when the period began, of the files that are still there."),
  bytes: bytes.describe("Data volume at the end of the period, of the files that are still there."),
  usage: count.describe("Points in use today."),
  points: count.optional().describe("The limit today. Missing: there is no limit."),
});
export type CapacityOfPeriod = z.output<typeof Capacity>;

export const getServiceUsage = operation(service, {
  id: "getServiceUsage",
  tag: "Usage",
  method: "GET",
  path: "/usage",
  summary: "Calls of the services of datasets that the caller can see, by dataset and type of service",
  query: { organisation, dataset, ...period },
  answer: z.array(ServiceUsage),
  paged: true,
  refusals: [422],
  evidence: designed("platform#reports", "the usage statistics of services"),
});

const ofCapacity = {
  tag: "Usage",
  method: "GET",
  query: { organisation, ...period },
} as const;

export const getCapacityReport = operation(service, {
  ...ofCapacity,
  id: "getCapacityReport",
  path: "/capacity",
  summary: "Data volume and capacity of the organisations that the caller manages, ordered by id",
  answer: z.array(Capacity),
  paged: true,
  refusals: [403, 422],
  evidence: designed(["platform#reports", "platform#capacity"], "«Per Organisation»"),
});

export const getCapacityReportAsCsv = operation(service, {
  ...ofCapacity,
  id: "getCapacityReportAsCsv",
  path: "/capacity.csv",
  summary: "The same as a CSV file, with a line of headings",
  answer: fileGiven,
  gives: "file",
  produces: ["text/csv"],
  refusals: [403, 422],
  evidence: designed(["platform#reports", "platform#capacity"], "the CSV export of the capacity"),
});
