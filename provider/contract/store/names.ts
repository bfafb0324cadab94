import { z } from "zod";
import { faultOfPath, type PathFault } from "../../formats/file-path";
import type { Variant } from "./variant";

/** 1 to 250 characters on one line (designed); two buckets may have the same name. */
export const bucketName = z
  .string()
  .max(250)
  .regex(/^[^\p{Cc}]+$/u, "a name of 1 to 250 characters without control characters");

const lengths = "a path of 1 to 1000 characters";
const characters = "a path whose folders are divided by /, without backslashes and control characters";
const parts = "a path inside of the bucket, such as schemas/Address.xsd, without empty parts, `.` and `..`";

const expected: Readonly<Record<PathFault, string>> = {
  empty: lengths,
  long: lengths,
  backslash: characters,
  control: characters,
  absolute: parts,
  upwards: parts,
  part: parts,
};

/** What is wrong with the path of a file inside a bucket, if anything. */
export function problemWithFilePath(path: string): string | undefined {
  const fault = faultOfPath(path);
  return fault === undefined ? undefined : expected[fault];
}

/** docs/platform.md#attachment-names: names with dots are not supported; taken as all but the one before the extension. */
export function problemWithAttachmentPath(path: string): string | undefined {
  return (
    problemWithFilePath(path) ??
    (/^[^.]+(\.[^.]+)?$/.test(path) ? undefined : "a name whose only dot is the one before its extension")
  );
}

/** A file by its path inside the bucket; in an address all of it is one part, `schemas%2FAddress.xsd`. */
export function filePathIn({ name }: Variant) {
  const problemWith = name === "attachments" ? problemWithAttachmentPath : problemWithFilePath;
  return z
    .string()
    .superRefine((path, context) => {
      const problem = problemWith(path);
      if (problem !== undefined) {
        context.addIssue({ code: "custom", message: problem });
      }
    })
    .describe("Path of the file inside the bucket, encoded as one part: schemas%2FAddress.xsd.");
}
