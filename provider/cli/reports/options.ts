export const formats = ["table", "csv", "json"] as const;

export interface ReportOptions {
  readonly format: (typeof formats)[number];
  readonly organisation?: string;
  readonly dataset?: string;
  readonly from?: string;
  readonly to?: string;
  readonly stack?: string;
}

export const subjects = {
  usage: "calls of the services of datasets",
  capacity: "data volume and capacity points of organisations",
  validation: "what the last validation of datasets found",
} as const;
export type Subject = keyof typeof subjects;
