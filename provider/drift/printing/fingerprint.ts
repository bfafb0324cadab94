import { createHash } from "node:crypto";
import type { Finding, Report } from "../model";

/** Says in every run which finding it is. No value goes into it, so it tells nothing about one. */
export function fingerprintOf({ project, stack }: Report, { type, kind, id, path }: Finding): string {
  const parts = [project ?? "", stack ?? "", type, kind, id, path ?? ""];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** The file to which forms for source code attach a finding: the program has no line for an object on a server. */
export const place = { path: "Pulumi.yaml", line: 1 } as const;
