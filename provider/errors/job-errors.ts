import type { CatalogueEntry } from "./entry";

/** Errors of what the platform does by itself, once it is told to. */
export const jobErrors = {
  HC7001: {
    title: "A job failed on the platform",
    cause: "The platform started the job, and could not bring it to its end. The error quotes the end of its log.",
    remedy: "Mend what the log names, and run `pulumi up` again. It starts a new job.",
    exit: "failure",
  },
  HC7002: {
    title: "A job is not over in time",
    cause: "The job still waits or runs on the platform after as many seconds as `timeoutSeconds` allows.",
    remedy:
      "Run `pulumi up` again: it goes on waiting for the same job. Give a larger `timeoutSeconds` if such jobs take longer. Pulumi's `customTimeouts` has no effect here.",
    exit: "failure",
  },
  HC7003: {
    title: "A validation found something",
    cause: "The validation has findings of a level that `failOn` does not accept.",
    remedy:
      'Mend what the findings name, and run `pulumi up` again, which validates again. To accept them, declare `failOn: "never"`.',
    exit: "failure",
  },
  HC7004: {
    title: "A job vanished",
    cause: "The platform started the job and does not show it any more, so nobody knows how it ended.",
    remedy: "Run `pulumi up` again. It starts a new job if the object is not as declared.",
    exit: "failure",
  },
  HC7005: {
    title: "Another job is in the way",
    cause:
      "The platform runs one job at a time that writes a service or the target of a transformation. There was another one each time that the provider tried to start its own.",
    remedy: "Wait until the other job is over, or cancel it. Then run `pulumi up` again.",
    exit: "failure",
  },
  HC7006: {
    title: "A service was published with another access",
    cause:
      "The provider set the declared access and published the service. Each time, somebody else set another access in between.",
    remedy:
      "Find out who else sets the access of the service: another stack, or somebody on the platform. Then run `pulumi up` again, which publishes it with the declared access.",
    exit: "failure",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
