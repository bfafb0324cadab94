import type { Publication, Service, ServiceAccess } from "./service-model";

/** How often something was called at a service on a day. */
export interface ServiceCalls {
  readonly service: string;
  /** `2026-11-27`, in UTC. */
  readonly day: string;
  /** `GetCapabilities`. */
  readonly operation: string;
  readonly count: number;
}

/**
 * The services of datasets, and what was called there. Those of a dataset that is gone stay without effect: ids of
 * buckets are never given twice.
 */
export class Services {
  readonly #byId = new Map<string, Service>();
  readonly #calls = new Map<string, ServiceCalls>();

  get(id: string): Service | undefined {
    return this.#byId.get(id);
  }

  /** In order of their ids. */
  all(): Service[] {
    return [...this.#byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** In the order of the first call of each. */
  calls(): ServiceCalls[] {
    return [...this.#calls.values()];
  }

  setAccess(id: string, nextAccess: ServiceAccess): void {
    this.#byId.set(id, { ...this.#byId.get(id), id, nextAccess });
  }

  /** The access that was set is in force from now on. */
  publish(id: string, publication: Publication): void {
    this.#byId.set(id, { id, publication });
  }

  /** With all that was set. */
  unpublish(id: string): void {
    this.#byId.delete(id);
  }

  count(service: string, day: string, operation: string): void {
    const key = JSON.stringify([service, day, operation]);
    const count = (this.#calls.get(key)?.count ?? 0) + 1;
    this.#calls.set(key, { service, day, operation, count });
  }
}
