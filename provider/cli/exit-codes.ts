import type { HaleconnectError } from "../errors";

/** What scripts go by; 7 is Pulumi's own code for a change that was not expected. */
export const exitCodes = {
  inSync: 0,
  failure: 1,
  usage: 2,
  authentication: 3,
  unreachable: 4,
  drift: 7,
  interrupted: 130,
  terminated: 143,
} as const;

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(error: unknown): ExitCode {
  return isCatalogued(error) ? exitCodes[error.exit] : exitCodes.failure;
}

/** Told by its form, for errors with a name of their own too: a command need not load the catalogue to end well. */
export function isCatalogued(error: unknown): error is HaleconnectError {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^HC\d{4}$/.test(error.code);
}
