import type { Greeting, Probe, Reach } from "../../client/probing";
import type { Credentials } from "../../client";
import type { Identity } from "../../client/identity";
import type { Secret } from "../../client/secret";
import { HaleconnectError, type ExitReason } from "../../errors";
import type { StackConfig } from "../stack-config";
import type { ContractInFolder } from "./contract-in-force";

export type Status = "ok" | "warning" | "error" | "skipped";

/** What one check found. `says` and `remedy` are one line each, and hold no secret. */
export interface Finding {
  readonly status: Status;
  readonly says: string;
  /** What to do next. */
  readonly remedy?: string;
  /** How the command ends, if this is its first error. */
  readonly exit?: ExitReason;
}

/** What is known before a check. A check leaves out what it did not learn, and later checks are then skipped. */
export interface KnownSoFar {
  readonly env: NodeJS.ProcessEnv;
  /** The folder in which the command runs. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** The time of day, in milliseconds since 1970. */
  readonly today: number;
  /** The stack's configuration, as far as it is plain. */
  readonly config?: StackConfig;
  /** The contract file in force. */
  readonly contract?: ContractInFolder;
  readonly reach?: Reach;
  readonly credentials?: Credentials;
  readonly proxy?: string;
  readonly isFound?: true;
  readonly greeting?: Greeting;
  /** Why the connection is not trusted, in words. */
  readonly distrust?: { readonly says: string; readonly remedy: string };
  readonly probe?: Probe;
  readonly identity?: Identity;
  /** Where people sign in, if not on the server itself. */
  readonly signOn?: string;
  /** The platform's documents that could be read, by their paths: `/accounts/swagger.yaml`. */
  readonly documents?: ReadonlyMap<string, string>;
  /** The session, or the given token. */
  readonly token?: Secret;
}

export interface Examined {
  readonly finding: Finding;
  readonly learnt?: Partial<KnownSoFar>;
}

export type Check = (known: KnownSoFar) => Examined | Promise<Examined>;

export const ok = (says: string, learnt: Partial<KnownSoFar> = {}): Examined => ({
  finding: { status: "ok", says },
  learnt,
});

export const warning = (says: string, remedy: string, learnt: Partial<KnownSoFar> = {}): Examined => ({
  finding: { status: "warning", says, remedy },
  learnt,
});

export const failed = (says: string, remedy: string, exit: ExitReason = "failure"): Examined => ({
  finding: { status: "error", says, remedy, exit },
});

export const skipped = (says: string): Examined => ({ finding: { status: "skipped", says } });

/** The finding for an error of the catalogue, on one line. Anything else is a defect, and is thrown on. */
export function findingOf(error: unknown, remedy?: string): Examined {
  if (!(error instanceof HaleconnectError)) {
    throw error;
  }
  const [what = "", ...rest] = error.message.split(/\n +(?:why|next): +/);
  const [why = "", next = ""] = rest.map(onOneLine);
  return failed(`${onOneLine(what)}. ${why}`, remedy ?? next, error.exit);
}

/** A reason as a sentence of its own. */
export function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
