import { stringify } from "yaml";
import type { DriftReport } from "../model";
import { patternOf } from "./pattern";
import { typesOf } from "./types";

/** For how many days a rule holds that nobody wrote by hand. */
const DAYS = 90;

/** A file that ignores today's findings, so that a tenant with history can begin. It holds no values. */
export function rulesFor({ findings, lookedAt }: Pick<DriftReport, "findings" | "lookedAt">): string {
  const expires = new Date(Date.parse(lookedAt) + DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const ignore = findings
    .filter(({ type }) => type !== "expired" && type !== "pending")
    .map((finding) => {
      const { kind, id, urn, path, type, name } = finding;
      return {
        kind,
        object: patternOf(urn ?? id),
        ...(path === undefined ? {} : { field: path }),
        type: typesOf(finding).at(-1),
        reason: `${type} on ${lookedAt.slice(0, 10)}, before this check began (${name})`,
        expires,
      };
    });
  return `# What \`haleconnect drift\` does not report. docs/drift.md explains it.\n${stringify({ version: 1, ignore }, { lineWidth: 0 })}`;
}
