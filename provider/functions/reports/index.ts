import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type {
  CapacityReportResult,
  GetCapacityReportArgs,
  GetServiceUsageArgs,
  GetValidationReportArgs,
  ServiceUsageResult,
  ValidationReportResult,
} from "./types";

/**
 * Reads what the last validation of a dataset found, part by part.
 *
 * Fails with HC3005 if there is no such dataset. Cost: one request.
 */
export async function getValidationReport(args: GetValidationReportArgs): Promise<ValidationReportResult> {
  const { validationOf } = await reportsService();
  return validationOf(args);
}

/** `getValidationReport` with outputs for its arguments and its result. */
export const getValidationReportOutput = outputForm(getValidationReport);

/**
 * Counts how often the services of datasets were called in a period, by dataset and type of service. Datasets that you
 * cannot see do not count.
 *
 * Fails with HC3001 if the period ends before it begins, or begins after today. Cost: the pages of the list.
 */
export async function getServiceUsage(args: GetServiceUsageArgs = {}): Promise<readonly ServiceUsageResult[]> {
  const { usageOf } = await reportsService();
  return usageOf(args);
}

/** `getServiceUsage` with outputs for its arguments and its result. */
export const getServiceUsageOutput = outputForm(getServiceUsage);

/**
 * Reads the data volume and the capacity points of organisations in a period, sorted by id.
 *
 * Fails with HC3001 if the period ends before it begins, or begins after today. Cost: the pages of the list.
 */
export async function getCapacityReport(args: GetCapacityReportArgs = {}): Promise<readonly CapacityReportResult[]> {
  const { capacityOf } = await reportsService();
  return capacityOf(args);
}

/** `getCapacityReport` with outputs for its arguments and its result. */
export const getCapacityReportOutput = outputForm(getCapacityReport);

/**
 * Reads the same report as the text of a CSV file, as the platform writes it.
 *
 * Fails with HC3001 if the period ends before it begins, or begins after today. Cost: one request.
 */
export async function getCapacityReportAsCsv(args: GetCapacityReportArgs = {}): Promise<string> {
  const { capacityAsCsv } = await reportsService();
  return capacityAsCsv(args);
}

/** `getCapacityReportAsCsv` with outputs for its arguments and its result. */
export const getCapacityReportAsCsvOutput = outputForm(getCapacityReportAsCsv);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function reportsService() {
  const { lookUpReports } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpReports(client));
}

export type {
  CapacityReportResult,
  GetCapacityReportArgs,
  GetServiceUsageArgs,
  GetValidationReportArgs,
  ServiceUsageResult,
  ValidationReportResult,
} from "./types";
