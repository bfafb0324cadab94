/** The dataset whose report is read. */
export interface GetValidationReportArgs {
  /** Id of a bucket in the store `data`. */
  readonly dataset: string;
}

/** Which usage is counted. */
export interface GetServiceUsageArgs {
  /** Id of an organisation. Counts only the datasets that it owns. */
  readonly organisation?: string | undefined;
  /** Id of a bucket in the store `data`. Counts only this dataset. */
  readonly dataset?: string | undefined;
  /** First day of the period, `YYYY-MM-DD` in UTC. Default: a year before the last day. */
  readonly from?: string | undefined;
  /** Last day of the period, `YYYY-MM-DD` in UTC. Default: today. */
  readonly to?: string | undefined;
}

/** Whose capacity is reported, and for which period. */
export interface GetCapacityReportArgs {
  /** Id of an organisation. Default: all organisations that you manage. */
  readonly organisation?: string | undefined;
  /** First day of the period, `YYYY-MM-DD` in UTC. Default: a year before the last day. */
  readonly from?: string | undefined;
  /** Last day of the period, `YYYY-MM-DD` in UTC. Default: today. */
  readonly to?: string | undefined;
}

/** What the tests found. `passed`, `passedWithWarnings`, `failed` or `notTested`. */
export interface ValidationReportResult {
  /** Id of the dataset. */
  readonly dataset: string;
  /** Name of the dataset. Missing as long as it has none. */
  readonly name?: string;
  /** The worst result of a part: `passed`, `passedWithWarnings`, `failed` or `notTested`. */
  readonly result: string;
  /** When the last validation was over, in milliseconds since 1970. Missing: there was none. */
  readonly tested?: number;
  /** Id of the job that validated. */
  readonly job?: string;
  /** Dataset metadata, service metadata, services and data, each with its result, conformance classes and findings. */
  readonly parts: readonly {
    readonly part: string;
    readonly result: string;
    readonly conformanceClasses: readonly string[];
    readonly findings: readonly { readonly level: string; readonly message: string; readonly where?: string }[];
  }[];
}

/** How often a service was called. */
export interface ServiceUsageResult {
  /** Id of the dataset. */
  readonly dataset: string;
  /** Name of the dataset. Missing as long as it has none. */
  readonly name?: string;
  /** `wms`, `wfs`, `ogcapiFeatures` or `predefinedDataset`. */
  readonly type: string;
  /** All calls. */
  readonly calls: number;
  /** Calls by operation, such as `GetCapabilities`. */
  readonly operations: Readonly<Record<string, number>>;
}

/** What an organisation kept. */
export interface CapacityReportResult {
  /** Id of the organisation. */
  readonly organisation: string;
  /** Name of the organisation. */
  readonly name?: string;
  /** First day of the period. */
  readonly from: string;
  /** Last day of the period. */
  readonly to: string;
  /** Datasets at the end of the period. */
  readonly datasets: number;
  /** Data volume when the period began, in bytes. */
  readonly bytesBefore: number;
  /** Data volume at the end of the period, in bytes. */
  readonly bytes: number;
  /** Capacity points in use today. */
  readonly usage: number;
  /** The limit of capacity points today. Missing: there is no limit. */
  readonly points?: number;
}
