/**
 * Pulumi takes a stack trace of every promise that it makes for a resource, to name those that are never kept. For a
 * program of many resources that is a quarter of the time of an `up` without changes (bench/RESULTS.md), so that it is
 * left out while a resource is made, unless somebody looks for such promises.
 */
export function withoutTraces(): () => void {
  const { stackTraceLimit } = Error;
  if (process.env["PULUMI_DEBUG_PROMISE_LEAKS"] === undefined) {
    Error.stackTraceLimit = 0;
  }
  return () => {
    Error.stackTraceLimit = stackTraceLimit;
  };
}

/** An error of that time gets its trace now, from the caller of `made` on. */
export function traced(error: unknown, resume: () => void, made: abstract new (...args: never) => unknown): unknown {
  resume();
  if (error instanceof Error && !error.stack?.includes("\n    at ")) {
    Error.captureStackTrace(error, made);
  }
  return error;
}
