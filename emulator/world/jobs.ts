import type { Job, JobEnd } from "./workflow-model";

/**
 * Jobs, in the order in which they were started. Those of a dataset that is gone stay without effect: ids of buckets are
 * never given twice.
 */
export class Jobs {
  readonly #byId = new Map<string, Job>();
  /** Ids of those that are not over. */
  readonly #open = new Set<string>();

  get(id: string): Job | undefined {
    return this.#byId.get(id);
  }

  all(): Job[] {
    return [...this.#byId.values()];
  }

  /** Those that are not over. */
  open(): Job[] {
    return [...this.#open].flatMap((id) => this.#byId.get(id) ?? []);
  }

  add(job: Job): void {
    this.#byId.set(job.id, job);
    this.#open.add(job.id);
  }

  finish(id: string, end: JobEnd): void {
    const job = this.#byId.get(id);
    if (job !== undefined) {
      this.#byId.set(id, { ...job, end });
      this.#open.delete(id);
    }
  }

  remove(id: string): void {
    this.#byId.delete(id);
    this.#open.delete(id);
  }
}
