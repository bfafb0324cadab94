import { text as textIn } from "node:stream/consumers";
import { z } from "zod";
import type { Client } from "../../client";
import { reports, store } from "../../contract";
import { HaleconnectError } from "../../errors";
import { bucketPath, orAbsent, readContentId } from "../../kinds";
import { argumentsOf, needed, notThere, organisation, type ArgumentSpec } from "../arguments";
import { idIn } from "../content-arguments";
import { withoutUndefined } from "../results";
import type {
  CapacityReportResult,
  GetCapacityReportArgs,
  GetServiceUsageArgs,
  GetValidationReportArgs,
  ServiceUsageResult,
  ValidationReportResult,
} from "./types";

/** Reads reports. The errors name what the program asked for. */
export function lookUpReports(client: Client, now: () => number = Date.now) {
  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  return {
    validationOf: (args: GetValidationReportArgs) => validation(client, args),
    validationsOf: (args: { readonly organisation?: string | undefined }) => validations(client, args),
    usageOf: (args: GetServiceUsageArgs) => usage(client, args, today()),
    capacityOf: (args: GetCapacityReportArgs) => capacity(client, args, today()),
    capacityAsCsv: (args: GetCapacityReportArgs) => capacityAsCsv(client, args, today()),
  };
}

const day: ArgumentSpec = { type: z.iso.date(), expected: "a date, YYYY-MM-DD" };

async function validation(client: Client, given: GetValidationReportArgs): Promise<ValidationReportResult> {
  const { dataset } = argumentsOf<GetValidationReportArgs>("getValidationReport", given, {
    dataset: needed(idIn("data")),
  });
  const path = bucketPath(readContentId(dataset));
  const found = await orAbsent(client.call(reports.getValidationReport, { path }));
  return found === undefined ? notThere(`dataset ${dataset}`) : validationIn(found);
}

/** The reports of all datasets, or of those that an organisation owns. */
async function validations(
  client: Client,
  args: { readonly organisation?: string | undefined },
): Promise<ValidationReportResult[]> {
  const query = argumentsOf<typeof args>("getValidationReports", args, { organisation });
  const { items } = await client.list(reports.getValidationReports, { query: given(query) });
  return items.map(validationIn);
}

async function usage(client: Client, args: GetServiceUsageArgs, today: string): Promise<ServiceUsageResult[]> {
  const specs = { organisation, dataset: idIn("data"), from: day, to: day };
  const { dataset, ...others } = argumentsOf<GetServiceUsageArgs>("getServiceUsage", args, specs);
  refuseWrongPeriod("getServiceUsage", others, today);
  const ofDataset = dataset === undefined ? {} : { dataset: store.combinedIdOf(readContentId(dataset)) };
  const { items } = await client.list(reports.getServiceUsage, { query: given({ ...others, ...ofDataset }) });
  return items.map(usageIn);
}

async function capacity(client: Client, args: GetCapacityReportArgs, today: string): Promise<CapacityReportResult[]> {
  const query = capacityQuery("getCapacityReport", args, today);
  const { items } = await client.list(reports.getCapacityReport, { query });
  return items.map(({ organisation: id, name, from, to, datasets, bytesBefore, bytes, usage: used, points }) =>
    withoutUndefined({ organisation: id, name, from, to, datasets, bytesBefore, bytes, usage: used, points }),
  );
}

async function capacityAsCsv(client: Client, args: GetCapacityReportArgs, today: string): Promise<string> {
  const query = capacityQuery("getCapacityReportAsCsv", args, today);
  const { stream } = await client.call(reports.getCapacityReportAsCsv, { query });
  return textIn(stream);
}

function capacityQuery(called: string, args: GetCapacityReportArgs, today: string) {
  const query = argumentsOf<GetCapacityReportArgs>(called, args, { organisation, from: day, to: day });
  refuseWrongPeriod(called, query, today);
  return given(query);
}

/** ISO dates are in order as texts. */
function refuseWrongPeriod(
  called: string,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): void {
  if (from !== undefined && from > today) {
    throw new HaleconnectError("HC3001", {
      what: `The period of ${called} begins on ${from}, after today, ${today} in UTC`,
      remedy: "Give a `from` that is not in the future.",
    });
  }
  if (from !== undefined && to !== undefined && to < from) {
    throw new HaleconnectError("HC3001", {
      what: `The period of ${called} ends on ${to}, before it begins on ${from}`,
      remedy: "Exchange `from` and `to`, or correct one of them.",
    });
  }
}

function given<T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function usageIn({ dataset, name, type, calls, operations }: reports.ServiceUsage): ServiceUsageResult {
  return withoutUndefined({ dataset: idOf(dataset), name, type, calls, operations });
}

function validationIn({ dataset, name, result, tested, job, parts }: reports.ValidationReport): ValidationReportResult {
  return {
    ...withoutUndefined({ dataset: idOf(dataset), name, result, tested, job }),
    parts: parts.map(({ findings, part, conformanceClasses, ...told }) => ({
      part,
      result: told.result,
      conformanceClasses,
      findings: findings.map(({ level, message, where }) => withoutUndefined({ level, message, where })),
    })),
  };
}

/** The id of a dataset as the provider has it. */
function idOf(combinedId: string): string {
  return `data/${combinedId}`;
}
