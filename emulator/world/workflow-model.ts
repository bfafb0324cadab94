import { z } from "zod";
import { milliseconds, workflows } from "../../provider/contract";

const LogEntry = z.strictObject(workflows.JobLogEntry.shape);
const Finding = z.strictObject(workflows.ValidationFinding.shape);

/** How a job came to its end. */
export const JobEnd = z.strictObject({
  state: z.enum(["successful", "failed", "cancelled"]),
  at: milliseconds,
  log: z.array(LogEntry),
  report: z.array(Finding).optional(),
  result: z.string().optional(),
});
export type JobEnd = z.output<typeof JobEnd>;

/** What the workflow manager keeps of a job. Whether it runs follows from the clock. */
export const Job = z.strictObject({
  id: z.string(),
  type: z.enum(workflows.jobTypes),
  resourceType: z.enum(workflows.jobResourceTypes),
  /** Combined id. */
  resource: z.string(),
  parameters: z.strictObject(workflows.JobParameters.shape).optional(),
  reference: z.string().optional(),
  created: milliseconds,
  createdBy: z.string(),
  /** When it leaves the queue, and when it is over unless somebody cancels it. Without an end it runs for ever. */
  starts: milliseconds,
  ends: milliseconds.optional(),
  /** Why it is going to fail. */
  fails: z.string().optional(),
  /** Once it is over, it is not in the history. */
  vanishes: z.literal(true).optional(),
  end: JobEnd.optional(),
});
export type Job = z.output<typeof Job>;
