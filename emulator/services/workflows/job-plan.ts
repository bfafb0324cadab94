import { z } from "zod";
import { workflows } from "../../../provider/contract";

const milliseconds = z.int().min(0).max(86_400_000);

/** What is made up for a job: how long it takes, and how it ends. */
export const JobOrder = z.strictObject({
  type: z.enum([...workflows.jobTypes, "*"]).default("*"),
  times: z.int().min(1).default(1).describe("Jobs that it hits."),
  after: z.int().min(0).default(0).describe("Jobs that it lets through first."),
  queued: milliseconds.default(0).describe("How long the job is in the queue."),
  running: milliseconds.default(0).describe("How long it runs."),
  looks: z.int().min(0).max(1000).default(0).describe("How many calls of getJob find it not yet over."),
  outcome: z.enum(["usual", "failed", "endless"]).default("usual"),
  message: z.string().min(1).max(1000).optional().describe("Why it fails."),
  vanishes: z.boolean().default(false).describe("Once it is over, it is not in the history."),
});
export type JobOrder = z.output<typeof JobOrder>;

/** Orders for the next jobs, oldest first. A job takes one at most. Without an order a job is over at once. */
export class JobPlan {
  #orders: JobOrder[] = [];
  /** How many looks still find a job not over, by its id. */
  readonly #looks = new Map<string, number>();

  order(order: JobOrder): void {
    this.#orders.push(order);
  }

  list(): readonly JobOrder[] {
    return this.#orders;
  }

  /** Also ends the waiting for looks. */
  clear(): void {
    this.#orders = [];
    this.#looks.clear();
  }

  /** The order for a new job, which is used up. */
  take(id: string, type: workflows.JobType): JobOrder | undefined {
    for (const [index, order] of this.#orders.entries()) {
      if (order.type !== "*" && order.type !== type) {
        continue;
      }
      if (order.after === 0) {
        const rest = order.times > 1 ? [{ ...order, times: order.times - 1 }] : [];
        this.#orders.splice(index, 1, ...rest);
        this.#looks.set(id, order.looks);
        return order;
      }
      this.#orders[index] = { ...order, after: order.after - 1 };
    }
    return undefined;
  }

  /** Somebody looks at a job. */
  look(id: string): void {
    const left = this.#looks.get(id) ?? 0;
    if (left > 0) {
      this.#looks.set(id, left - 1);
    }
  }

  /** Whether the next look still has to find it not over. */
  isAwaited(id: string): boolean {
    return (this.#looks.get(id) ?? 0) > 0;
  }
}
