/** How a report is printed, the first by default. */
export const formats = ["table", "csv", "json"] as const;

/** What a report is about, and how the help says it. */
export const subjects = {
  usage: "calls of the services of datasets",
  capacity: "data volume and capacity points of organisations",
  validation: "what the last validation of datasets found",
} as const;
export type Subject = keyof typeof subjects;

export interface ReportOptions {
  readonly format: (typeof formats)[number];
  readonly organisation?: string;
  readonly dataset?: string;
  readonly from?: string;
  readonly to?: string;
}
