import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Client } from "../../client";
import * as workflows from "../../contract/workflows";
import { HaleconnectError } from "../../errors";
import type { Field } from "../kind";
import { orAbsent, orThere } from "../refusals";

/** A job as far as a list shows it, or whole. */
type AnyJob = workflows.JobInfo & Partial<Pick<workflows.Job, "log" | "report">>;

/** A job takes as long as the platform lets a publication take (docs/platform.md#workflow-jobs). */
const defaultTimeoutSeconds = 3600;

const second = 1000;
/** The first look comes after this time; each next one after twice the time, up to the longest. */
const interval = { first: 0.2 * second, longest: 10 * second };
/** A line of progress comes this often. */
const between = 20 * second;

/** How long a resource waits for a job. `whose`: what may take so long; `later`: what the next `up` goes on with. */
export function timeoutField(whose: string, later: string) {
  const looks = `after ${interval.first / second} seconds, and each time after twice as long, up to ${interval.longest / second} seconds`;
  return {
    type: z.number().min(1).max(86_400).optional(),
    mark: "local",
    doc: `How many seconds ${whose} may take, 1 to 86,400. Default: ${defaultTimeoutSeconds.toLocaleString("en")}. The provider looks ${looks}. After this time the run fails, and the next \`up\` goes on ${later}.`,
    source: ["platform#workflow-jobs", "decisions#work-is-done-again-when-its-reasons-change"],
  } as const satisfies Field;
}

/** Looks at a job until it is over. undefined: the platform does not show it any more. */
export async function follow(
  client: Client,
  started: AnyJob,
  timeoutSeconds = defaultTimeoutSeconds,
): Promise<workflows.Job | undefined> {
  const begun = client.now();
  let told = begun;
  let wait = interval.first;
  for (let job: AnyJob | undefined = started; job !== undefined;) {
    if (isOver(job) && job.log !== undefined) {
      return job as workflows.Job;
    }
    const seconds = Math.round((client.now() - begun) / second);
    if (!isOver(job)) {
      if (client.now() - begun >= timeoutSeconds * second) {
        throw notInTime(job, seconds);
      }
      if (client.now() - told >= between) {
        told = client.now();
        console.info(`${inWords(job)} is ${job.state} for ${seconds} seconds.`);
      }
      await sleep(Math.min(wait, Math.max(0, begun + timeoutSeconds * second - client.now())));
      wait = Math.min(wait * 2, interval.longest);
    }
    job = await orAbsent(client.call(workflows.getJob, { path: { jobId: job.id } }));
  }
  return undefined;
}

/** Looks at a job until it is over. Fails unless it was successful. */
export async function followToSuccess(
  client: Client,
  started: AnyJob,
  timeoutSeconds?: number,
): Promise<workflows.Job> {
  const job = await follow(client, started, timeoutSeconds);
  if (job === undefined) {
    throw new HaleconnectError("HC7004", { what: `${inWords(started)} is not in the history any more` });
  }
  if (job.state !== "successful") {
    throw failed(job);
  }
  return job;
}

/** It may end before the request arrives. Then the platform refuses, and there is nothing to do. */
export async function cancel(client: Client, { id }: Pick<workflows.JobInfo, "id">): Promise<void> {
  await orThere(orAbsent(client.call(workflows.cancelJob, { path: { jobId: id } })));
}

export function isOver({ state }: Pick<workflows.JobInfo, "state">): boolean {
  return state !== "queued" && state !== "running";
}

export function inWords({ type, resource, id }: Pick<workflows.JobInfo, "type" | "resource" | "id">): string {
  return `The ${type} of dataset ${resource}, job ${id},`;
}

export function failed(job: AnyJob): HaleconnectError {
  const lines = (job.log ?? []).map(({ level, message }) => `${level}: ${message}`);
  const log = lines.length === 0 ? (job.message ?? "The log is empty.") : shortened(lines).join("\n");
  return new HaleconnectError("HC7001", {
    what: `${inWords(job)} is ${job.state}`,
    why: `The end of its log:\n${log}`,
  });
}

/** How many lines of a log, or findings, an error quotes. */
const MOST_LINES = 20;
const MOST_CHARACTERS = 500;

/** The last ones. */
export function shortened(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LINES;
  const last = lines.slice(-MOST_LINES).map((line) => {
    const short = line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
    return `  ${short}`;
  });
  return more > 0 ? [`  (${more} lines before these)`, ...last] : last;
}

function notInTime(job: AnyJob, seconds: number): HaleconnectError {
  return new HaleconnectError("HC7002", { what: `${inWords(job)} is still ${job.state} after ${seconds} seconds` });
}
