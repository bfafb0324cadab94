import type { Command } from "commander";
import type { Terminal } from "./terminal";

/** What a verb gets from the process it runs in. */
export interface VerbContext {
  readonly terminal: Terminal;
  readonly env: NodeJS.ProcessEnv;
  /** Secrets of the stack that a login would need and that nothing else gives, a sentence each. */
  readonly missingSecrets?: readonly string[];
  /** Aborted by Ctrl-C and by SIGTERM, with an `Interruption` as its reason. */
  readonly signal: AbortSignal;
}

/** What `--stack` does, wherever a command has it. */
export const STACK_OPTION =
  "stack whose settings count where the environment has none, except secrets (default: the only Pulumi.<stack>.yaml)";

/** Adds its command, options and help to the program. */
export type Verb = (program: Command, context: VerbContext) => void;

/** The person, or who manages the process, wants it to end. */
export class Interruption extends Error {
  constructor(override readonly cause: "SIGINT" | "SIGTERM") {
    super(`stopped by ${cause}`);
  }
}
