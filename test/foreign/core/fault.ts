/** What is wrong with one attribute of a request. */
export interface Detail {
  attribute: string;
  problem: string;
}

/** A refusal. Whoever throws it ends the request with this status. */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly details: readonly Detail[] = [],
  ) {
    super(reason);
  }

  get body() {
    return { fault: { status: this.status, reason: this.reason, details: this.details } };
  }
}

export const notFound = (what: string) => new Fault(404, `There is no ${what}.`);

export const forbidden = (right: string) => new Fault(403, `This needs the right ${right}.`);

export const invalid = (attribute: string, problem: string) =>
  new Fault(422, "The request is not valid.", [{ attribute, problem }]);

export const taken = (attribute: string, problem: string) =>
  new Fault(409, "The request conflicts with what is there.", [{ attribute, problem }]);

/** Reads any thrown value as a fault. The framework marks a request that it cannot read with a status. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) {
    return error;
  }
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  if (typeof status === "number" && status >= 400 && status < 500) {
    return new Fault(status, status === 413 ? "The request is too large." : "The request cannot be read.");
  }
  return new Fault(500, "The server failed.");
}
