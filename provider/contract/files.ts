import type { Readable } from "node:stream";
import { z } from "zod";

/** A file to send. It may have to be sent again, so it is opened anew for each attempt. */
export interface Upload {
  /** Without a folder. */
  readonly name: string;
  readonly bytes: number;
  /** Media type. */
  readonly type: string;
  readonly open: () => Readable;
}

/** A file that is given. */
export interface Download {
  readonly type: string;
  /** Where it was said. */
  readonly bytes?: number;
  readonly stream: Readable;
}

/** The body of an operation that takes a file. */
export const fileToSend = z.custom<Upload>((value) => hasFunction(value, "open"), "expected a file");

/** The answer of an operation that gives a file. */
export const fileGiven = z.custom<Download>((value) => hasFunction(value, "stream", "pipe"), "expected a file");

/** What is told of a file that the platform keeps. */
export const checksum = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 of its bytes, as 64 hexadecimal digits.");

function hasFunction(value: unknown, ...path: readonly string[]): boolean {
  const found = path.reduce<unknown>(
    (inside, name) =>
      typeof inside === "object" && inside !== null ? (inside as Record<string, unknown>)[name] : undefined,
    value,
  );
  return typeof found === "function";
}
