import type { ErrorCode } from "./catalogue";
import { HaleconnectError } from "./haleconnect-error";

/** Whether it is an error of the catalogue with one of these codes. */
export function isError(error: unknown, ...codes: readonly ErrorCode[]): error is HaleconnectError {
  return error instanceof HaleconnectError && codes.includes(error.code);
}

/** Errors about the object that a key names: it exists already, there are several, or another resource has it. */
export const aboutTheKey = [
  "HC4001",
  "HC4002",
  "HC4003",
  "HC4004",
  "HC4005",
  "HC4006",
  "HC4007",
  "HC4008",
  "HC4009",
  "HC4010",
  "HC4011",
  "HC4012",
  "HC5005",
] as const satisfies readonly ErrorCode[];
