import { digestOf } from "../../kinds";
import type { DriftFinding, DriftReport } from "../model";

/** Says in every run which finding it is. No value goes into it, so it tells nothing about one. */
export function fingerprintOf({ project, stack }: DriftReport, { type, kind, id, path }: DriftFinding): string {
  const parts = [project ?? "", stack ?? "", type, kind, id, path ?? ""];
  return digestOf(parts);
}

/** The file to which forms for source code attach a finding: the program has no line for an object on a server. */
export const place = { path: "Pulumi.yaml", line: 1 } as const;
