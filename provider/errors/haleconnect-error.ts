import { inspect } from "node:util";
import { catalogue, type ErrorCode } from "./catalogue";
import type { CatalogueEntry, ExitReason } from "./entry";

export interface ErrorDetails {
  /** What exactly happened, naming the thing concerned. Replaces the catalogue's title. */
  readonly what?: string;
  /** Where: a resource, a field, an operation, a file. */
  readonly where?: string;
  /** Why, when more is known than the catalogue says. */
  readonly why?: string;
  /** What to do next, when it can be said more exactly than in the catalogue. */
  readonly remedy?: string;
}

/**
 * An error of the catalogue: what, where, why and what to do next, in its message.
 * Its stack is its message, because Pulumi's SDK prints `error.stack` for check, diff, read and delete.
 */
export class HaleconnectError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(compose(code, details));
    this.name = "HaleconnectError";
    this.code = code;
    this.details = details;
    this.stack = this.message;
  }

  /** How a command of `haleconnect` ends with it. */
  get exit(): ExitReason {
    return catalogue[this.code].exit;
  }

  /** What Pulumi prints of an error that a program does not catch. */
  [inspect.custom](): string {
    return this.message;
  }
}

function compose(code: ErrorCode, details: ErrorDetails): string {
  const entry = catalogue[code];
  const place = details.where === undefined ? "" : ` (${details.where})`;
  return [
    `${code} ${details.what ?? entry.title}${place}`,
    `  why:  ${details.why ?? entry.cause}`,
    `  next: ${details.remedy ?? entry.remedy}`,
  ].join("\n");
}

/** The catalogue's entry of the code at the beginning of a message. undefined: the message is of another kind. */
export function entryOf(message: string): CatalogueEntry | undefined {
  const [code = ""] = message.split(" ", 1);
  return isCode(code) ? catalogue[code] : undefined;
}

function isCode(text: string): text is ErrorCode {
  return Object.hasOwn(catalogue, text);
}
