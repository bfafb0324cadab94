import type { CatalogueEntry } from "./entry";

/** Errors of what the platform does by itself, once it is told to. */
export const jobErrors = {
  HC7001: {
    title: "A job failed on the platform",
    cause: "The platform started the job, and could not complete it. The error quotes the end of its log.",
    remedy: "Correct what the log names, and run `pulumi up` again. It starts a new job.",
    exit: "failure",
  },
  HC7002: {
    title: "A job did not end in time",
    cause: "The time in `timeoutSeconds` is over, and the job still waits or runs on the platform.",
    remedy:
      "Run `pulumi up` again. The provider then waits for the same job. If such jobs take longer, give a larger `timeoutSeconds`. Pulumi's `customTimeouts` has no effect here.",
    exit: "failure",
  },
  HC7003: {
    title: "A validation has findings that `failOn` does not accept",
    cause: "The validation has findings of the level that `failOn` names, or of a worse one.",
    remedy:
      'Correct what the findings name, and run `pulumi up`, which validates again. To accept the findings, declare `failOn: "never"`.',
    exit: "failure",
  },
  HC7004: {
    title: "The platform no longer shows a job",
    cause: "The job is no longer in the platform's history, so the provider does not know how it ended.",
    remedy: "Run `pulumi up` again. It starts a new job if the object is not as declared.",
    exit: "failure",
  },
  HC7005: {
    title: "Another job is in the way",
    cause:
      "Some jobs write a service or the target of a transformation. The platform runs only one such job at a time. Each time the provider tried to start its job, another one was not over yet.",
    remedy: "Wait until the other job is over, or cancel it. Then run `pulumi up` again.",
    exit: "failure",
  },
  HC7006: {
    title: "The access of a published service is not as declared",
    cause:
      "Several times, the provider set the declared access and then published the service. Each time, somebody else changed the access between these two steps.",
    remedy:
      "Find out who else sets the access of the service: another stack, or somebody on the platform. Then run `pulumi up` again, which publishes it with the declared access.",
    exit: "failure",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
