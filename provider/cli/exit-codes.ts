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

/** Invalid configuration and input counts as usage, whichever floor finds it. */
const byCode: readonly (readonly [RegExp, ExitCode])[] = [
  [/^HC100[23]$|^HC2401$/, exitCodes.authentication],
  [/^HC1|^HC3/, exitCodes.usage],
  [/^HC20(01|02|04|09|12)$/, exitCodes.unreachable],
];

export function exitCodeOf(error: unknown): ExitCode {
  const code = isCatalogued(error) ? error.code : "";
  return byCode.find(([pattern]) => pattern.test(code))?.[1] ?? exitCodes.failure;
}

/** Told by its form: a command need not load the catalogue to end well. */
export function isCatalogued(error: unknown): error is HaleconnectError {
  return error instanceof Error && error.name === "HaleconnectError";
}
