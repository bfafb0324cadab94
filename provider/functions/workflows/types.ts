/** Which jobs are listed. */
export interface GetJobsArgs {
  /** Id of an organisation. Lists only jobs on its datasets. */
  readonly organisation?: string | undefined;
  /** Id of a dataset, such as `data/org.599.abe0849a-…`. Lists only its jobs. */
  readonly dataset?: string | undefined;
  /** `transformation`, `validation`, `publication`, `unpublication` or `statusUpdate`. */
  readonly type?: string | undefined;
  /** `queued`, `running`, `successful`, `failed` or `cancelled`. */
  readonly state?: string | undefined;
}

/** A job of the workflow manager. A member without a value is missing. */
export interface JobResult {
  readonly id: string;
  /** `transformation`, `validation`, `publication`, `unpublication` or `statusUpdate`. */
  readonly type: string;
  /** Id of the dataset. */
  readonly dataset: string;
  /** `queued`, `running`, `successful`, `failed` or `cancelled`. */
  readonly state: string;
  /** What the client called it. */
  readonly reference?: string;
  /** When somebody started it, in milliseconds since 1970. */
  readonly created: number;
  /** Id of the user who started it. */
  readonly createdBy?: string;
  /** When it left the queue, in milliseconds since 1970. */
  readonly started?: number;
  /** When it was over, in milliseconds since 1970. */
  readonly finished?: number;
  /** What it says last. */
  readonly message?: string;
  /** Of a validation: how many errors it found. */
  readonly errors?: number;
  /** Of a validation: how many warnings it found. */
  readonly warnings?: number;
  /** What it made: the id of a service, or the combined id of a dataset. */
  readonly result?: string;
}

/** Which job is meant. */
export interface GetJobArgs {
  /** Id of the job. */
  readonly id: string;
}

/** A line of a job's log. */
export interface JobLogLine {
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  /** `info`, `warning` or `error`. */
  readonly level: string;
  readonly message: string;
}

/** Something that a validation found. */
export interface FindingResult {
  /** `warning` or `error`. */
  readonly level: string;
  readonly message: string;
  /** The file with line and column, or the field, as far as it is known. */
  readonly where?: string;
  /** `data` or `datasetMetadata`. */
  readonly part: string;
}

/** A job with its log. */
export interface JobDetails extends JobResult {
  readonly log: readonly JobLogLine[];
  /** Of a validation that is over: what it found. Empty for other jobs. */
  readonly findings: readonly FindingResult[];
}

/** Which test runs are listed. */
export interface GetTestRunsArgs {
  /** Id of an organisation. Lists only test runs of its datasets. */
  readonly organisation?: string | undefined;
  /** Id of a dataset. Lists only its test runs. */
  readonly dataset?: string | undefined;
}

/** A run of test suites of the ETF Validator. A member without a value is missing. */
export interface TestRunResult {
  readonly id: string;
  /** Id of the dataset. */
  readonly dataset: string;
  /** Id of the validation that made it. */
  readonly job?: string;
  /** What was tested: `data`, `datasetMetadata`, `serviceMetadata` or `services`. */
  readonly part: string;
  /** `passed`, `passedWithWarnings` or `failed`. */
  readonly result: string;
  readonly errors: number;
  readonly warnings: number;
  /** When it began, in milliseconds since 1970. */
  readonly started?: number;
  /** When it was over, in milliseconds since 1970. */
  readonly finished?: number;
}

/** Which service is meant. */
export interface GetMonitoringArgs {
  /** Id of a published service, such as `org.599.abe0849a-…_wms`. */
  readonly service: string;
}

/** What the monitoring by Spatineo says of a service. A member without a value is missing. */
export interface MonitoringResult {
  readonly service: string;
  readonly isMonitored: boolean;
  /** `available`, `unavailable` or `unknown`. */
  readonly state: string;
  /** Since when it is in that state, in milliseconds since 1970. */
  readonly since?: number;
  /** Percentage of the last 30 days in which it was available. */
  readonly availability?: number;
}

/** Which services are listed. */
export interface GetPublishedServicesArgs {
  /** Id of an organisation. Lists only services of its datasets. */
  readonly organisation?: string | undefined;
  /** Id of a dataset. Lists only its services. */
  readonly dataset?: string | undefined;
}

/** A published service. A member without a value is missing. */
export interface PublishedServiceResult {
  readonly id: string;
  /** Id of the dataset. */
  readonly dataset: string;
  /** `wms`, `wfs`, `ogcapiFeatures` or `predefinedDataset`. */
  readonly type: string;
  /** `view` or `download`. */
  readonly category?: string;
  /** `open`, `organisationToken` or `password`. */
  readonly access?: string;
  /** With `password`: the user name. */
  readonly accessUser?: string;
  /** Address of the service. */
  readonly address?: string;
  /** Address of what it says of itself. */
  readonly capabilities?: string;
  /** When it was published last, in milliseconds since 1970. */
  readonly published?: number;
  /** Id of the user who published it last. */
  readonly publishedBy?: string;
  /** When the dataset had been changed last as it was published, in milliseconds since 1970. */
  readonly datasetModified?: number;
  /** Id of the theme with which it was published. */
  readonly theme?: string;
}
