import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { ServerRefusal, type Client } from "../../client";
import * as workflows from "../../contract/workflows";
import { HaleconnectError } from "../../errors";
import { aboutField } from "../refusals";
import { follow, inWords, isOver } from "./following";

export type NewJob = z.input<typeof workflows.NewJob>;

/** How to start a job of which the platform runs only one at a time. */
export interface Start {
  readonly body: NewJob;
  /** What the job is for, in an error: `service org.1.4711_wms`. */
  readonly subject: string;
  /** Whether the job is the one to start: an earlier request of our own, or an interrupted run, started it. */
  readonly isOwn: (job: workflows.JobInfo) => Promise<boolean> | boolean;
  /** Whether the job may be the one that the platform waits for. */
  readonly isInTheWay: (job: workflows.JobInfo) => boolean;
  /** What is done to a job in the way, before it is waited for. */
  readonly clear?: (job: workflows.JobInfo) => Promise<void>;
  readonly timeoutSeconds?: number | undefined;
}

const MOST_ATTEMPTS = 5;
/** The pause after the first refusal; each next one is twice as long. */
const FIRST_PAUSE = 200;

/** Starts the job as soon as the one in the way is over, or returns the job that is our own already. */
export async function startWhenFree(client: Client, start: Start): Promise<workflows.JobInfo> {
  for (let attempt = 1; ; attempt++) {
    const started = await orRefusal(aboutField("dataset", () => client.call(workflows.startJob, { body: start.body })));
    if (!(started instanceof ServerRefusal)) {
      return started;
    }
    const jobs = await jobsOn(client, start.body.resource);
    const own = await firstOf(jobs, start.isOwn);
    if (own !== undefined) {
      return own;
    }
    const other = jobs.find((job) => !isOver(job) && start.isInTheWay(job));
    if (attempt === MOST_ATTEMPTS) {
      throw inTheWay(start, other, started);
    }
    if (other !== undefined) {
      await start.clear?.(other);
      await follow(client, other, start.timeoutSeconds);
    }
    await sleep(FIRST_PAUSE * 2 ** (attempt - 1));
  }
}

/** The jobs of a dataset, the newest first. */
export async function jobsOn(client: Client, resource: string): Promise<readonly workflows.JobInfo[]> {
  return (await client.list(workflows.getJobs, { query: { resource, resourceType: "Bucket" } })).items;
}

async function orRefusal<T>(answer: Promise<T>): Promise<T | ServerRefusal> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServerRefusal && error.status === 409) {
      return error;
    }
    throw error;
  }
}

async function firstOf(
  jobs: readonly workflows.JobInfo[],
  isIt: Start["isOwn"],
): Promise<workflows.JobInfo | undefined> {
  for (const job of jobs) {
    if (await isIt(job)) {
      return job;
    }
  }
  return undefined;
}

function inTheWay(
  { body, subject }: Start,
  other: workflows.JobInfo | undefined,
  { serverMessage }: ServerRefusal,
): HaleconnectError {
  const why = other === undefined ? "" : `${inWords(other)} is ${other.state}. `;
  return new HaleconnectError("HC7005", {
    what: `The ${body.type} for ${subject} cannot start`,
    why: `${why}The server says: ${serverMessage}`,
  });
}
