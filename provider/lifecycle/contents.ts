import { createHash } from "node:crypto";
import fs from "node:fs";
import { HaleconnectError } from "../errors";
import { bytesOf, type Bytes, type Content, type FileRule, type Kind, type Values } from "../kinds";
import { isPlainObject } from "./inputs";
import { containsUnknown, UNKNOWN } from "./unknown";
import type { Failure } from "./validate";

export interface Measured {
  readonly inputs: Values;
  readonly failures: readonly Failure[];
}

/** Adds to every declared file its checksum, by which it is compared; what is wrong with a file is told before anything is sent. */
export async function measureFiles(kind: Kind, inputs: Values, isWrong: (field: string) => boolean): Promise<Measured> {
  const measured: Record<string, unknown> = { ...inputs };
  const failures: Failure[] = [];
  for (const [name, { file: rule }] of Object.entries(kind.inputs)) {
    const given = inputs[name];
    if (rule === undefined || !isPlainObject(given) || isWrong(name)) {
      continue;
    }
    if (containsUnknown(given)) {
      measured[name] = { ...given, sha256: UNKNOWN };
      continue;
    }
    const problem = await problemWith(given, rule);
    if (problem !== undefined) {
      failures.push({ property: name, reason: complaint(name, given, problem) });
    } else {
      measured[name] = { ...given, sha256: await checksumOf(given) };
    }
  }
  return { inputs: measured, failures };
}

async function problemWith(content: Content, rule: FileRule): Promise<string | undefined> {
  const bytes = readable(content);
  if (typeof bytes === "string") {
    return bytes;
  }
  return bytes.length > rule.largest
    ? `it has ${bytes.length.toLocaleString("en")} bytes, and at most ${rule.largest.toLocaleString("en")} are allowed`
    : rule.problem?.(bytes);
}

function readable(content: Content): Bytes | string {
  try {
    return bytesOf(content);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    return reasons[code] ?? message;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "it cannot be read",
  EPERM: "it cannot be read",
  ENOTFILE: "it is not a file",
};

function complaint(name: string, { path }: Content, problem: string): string {
  const what =
    path === undefined ? `\`${name}\`: ${problem}` : `\`${name}\` is the file ${JSON.stringify(path)}: ${problem}`;
  return new HaleconnectError("HC3004", { what }).message;
}

/** Checksums of this process by path, size and time of change: preview, check and update ask for the same ones. */
const known = new Map<string, Promise<string>>();

function checksumOf(content: Content): Promise<string> {
  if (content.path === undefined) {
    return hash(bytesOf(content));
  }
  const { size, mtimeMs, ino } = fs.statSync(content.path);
  const key = [content.path, size, mtimeMs, ino].join("|");
  const found = known.get(key) ?? hash(bytesOf(content));
  known.set(key, found);
  return found;
}

async function hash({ open }: Bytes): Promise<string> {
  const digest = createHash("sha256");
  for await (const chunk of open() as AsyncIterable<Buffer>) {
    digest.update(chunk);
  }
  return digest.digest("hex");
}
